// How this converter looks at a Zod schema: by what it says of itself, never by instanceof, since the schemas come
// from whichever copy of Zod the contract's project has.

/** @param {any} schema @returns {boolean} whether it is a schema of Zod 3 */
export function isSchema(schema) {
  return typeof schema?._def?.typeName === 'string' && !('_zod' in schema);
}

/** @param {any} schema @returns {string} such as ZodString */
export function kindOf(schema) {
  return schema._def.typeName;
}

/** Remembers what a z.lazy() gave, since many return a new schema each time and recursion would never be seen. */
export class LazySchemas {
  #known = new WeakMap();

  /** @param {any} lazy @returns {any} */
  inner(lazy) {
    if (!this.#known.has(lazy)) this.#known.set(lazy, lazy._def.getter());
    return this.#known.get(lazy);
  }
}
