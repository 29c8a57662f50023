// What has no JSON form, or none that other languages could check, and what to write instead.

const refused = {
  ZodDate: 'z.date() has no JSON form; use z.string().datetime()',
  ZodBigInt: 'z.bigint() has no JSON form; use z.string().regex(/^-?\\d+$/), or z.number().int() if 2^53 is enough',
  ZodMap: 'z.map() has no JSON form; use z.record()',
  ZodSet: 'z.set() has no JSON form; use z.array()',
  ZodFunction: 'z.function() has no JSON form; make it a method of the contract',
  ZodPromise: 'z.promise() has no JSON form; use the schema of what it resolves to',
  ZodSymbol: 'z.symbol() has no JSON form; use z.string() or z.enum()',
  ZodUndefined: 'z.undefined() has no JSON form; leave the field out, or use .optional()',
  ZodVoid: 'z.void() has no JSON form; use defineNotification() where nothing is answered, or z.object({})',
  ZodNever: 'z.never() accepts no value; leave the field out',
  ZodNaN: 'z.nan() has no JSON form; use z.number().nullable()',
  ZodCatch: '.catch() hides bad values from one language only; use .default(), or check in the handler',
};

const effects = {
  transform: '.transform() runs only in Zod; use the schema of the value on the wire and convert in the handler',
  preprocess: 'z.preprocess() runs only in Zod; use the schema of the value on the wire and convert before the call',
};

export const customRefusal =
  'z.custom() and z.instanceof() accept what only JavaScript has; use the schema of the JSON value, with .refine()';

export const endlessRefusal = 'a z.lazy() that is only itself accepts no value; return the schema of a value';

export const coerceRefusal = 'z.coerce converts only in Zod; use the schema without coerce and convert before the call';

/** @param {any} schema of Zod 3 @returns {string} */
export function refusalOf(schema) {
  const { typeName, effect } = schema._def;
  if (typeName === 'ZodEffects') return effects[effect.type] ?? `an effect of kind ${effect.type} runs only in Zod`;
  return refused[typeName] ?? `${typeName} has no form in a contract document; use a schema of docs/contracts.md`;
}

/** @param {any} value that stands where a schema of Zod 3 should @returns {string} */
export function notASchema(value) {
  if (value?._zod) return "is a schema of Zod 4; import from 'zod/v3', or use zod 3.25 with import from 'zod'";
  const what = value === null ? 'null' : typeof value;
  return `is not a Zod schema but ${what}; an import that is undefined at this point is a usual cause`;
}
