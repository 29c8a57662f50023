// Which of Zod's functions made a refinement: the schema keeps only a closure, so its text is compared with that of
// one made on purpose.

/** @param {any} schema a ZodEffects that refines @returns {'refine' | 'superRefine'} */
export function refinementName(schema) {
  const probe = schema._def.schema.refine(() => true);
  return sameSource(probe, schema) ? 'refine' : 'superRefine';
}

/** @param {any} schema a ZodEffects that refines @param {any[]} zods the copies of Zod that the contracts use */
export function isCustom(schema, zods) {
  if (schema._def.schema._def.typeName !== 'ZodAny') return false;
  return zods.some((zod) => sameSource(zod.custom(() => true), schema));
}

function sameSource(one, other) {
  return String(one._def.effect?.refinement) === String(other._def.effect.refinement);
}
