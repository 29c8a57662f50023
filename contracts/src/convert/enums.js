// Literals, z.enum() and z.nativeEnum(), and unions that come to the same.

export function convertLiteral(schema, at, context) {
  const { value } = schema._def;
  if (value === null) return { kind: 'null' };
  if (['string', 'boolean'].includes(typeof value) || Number.isFinite(value)) return { kind: 'literal', value };
  const what = typeof value === 'number' ? String(value) : typeof value;
  context.refuse(at, `z.literal() of ${what} has no JSON form; use a string, a finite number, a boolean or null`);
  return { kind: 'any' };
}

export function convertEnum(schema, at, context) {
  return enumOf([...new Set(schema._def.values)].map((value) => ({ value })), at, context);
}

/** Zod takes the keys that are not the way back from a number to its name; an alias of a member adds no value. */
export function convertNativeEnum(schema, at, context) {
  const { values } = schema._def;
  const members = new Map();
  for (const name of Object.keys(values)) {
    if (typeof values[values[name]] === 'number') continue;
    if (!members.has(values[name])) members.set(values[name], { name, value: values[name] });
  }
  return enumOf([...members.values()], at, context);
}

function enumOf(members, at, context) {
  if (members.length === 0) context.refuse(at, 'an enum without members accepts no value; give it one');
  return { kind: 'enum', members };
}

/**
 * One enum of literals and enums with distinct values, or nothing if they are not that.
 * @param {any[]} nodes
 */
export function mergedEnum(nodes) {
  if (!nodes.every((node) => node.kind === 'literal' || node.kind === 'enum')) return undefined;
  const members = nodes.flatMap((node) => node.members ?? [{ value: node.value }]);
  if (new Set(members.map((member) => member.value)).size < members.length) return undefined;
  return { kind: 'enum', members: withoutAmbiguousNames(members) };
}

/** Two native enums may use one name for different values; the value has to name those. */
function withoutAmbiguousNames(members) {
  const counts = new Map();
  for (const { name } of members) counts.set(name, (counts.get(name) ?? 0) + 1);
  return members.map(({ name, value }) => (name !== undefined && counts.get(name) === 1 ? { name, value } : { value }));
}
