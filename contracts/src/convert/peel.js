// Takes the wrappers off a schema: optional, nullable, default, branded, readonly, lazy, refinements, and a union of
// null and one other. What is left is the core, which alone makes a node of the document.
import { isSchema, kindOf } from './schema.js';

/**
 * @typedef {object} Peeled
 * @property {any} core
 * @property {any} presence the outermost optional or default: Zod asks that one when there is no value
 * @property {boolean} nullable
 * @property {any[]} defaults every z.default() on the way
 * @property {any[]} refinements every refinement on the way
 * @property {string[]} descriptions from outside in, those of the core not among them
 */

/**
 * @param {any} schema
 * @param {import('./schema.js').LazySchemas} lazies
 * @param {Set<any>} [seen] what is being peeled already, so that a schema within itself comes to an end
 * @returns {Peeled}
 */
export function peel(schema, lazies, seen = new Set()) {
  const peeled = {
    core: schema, presence: undefined, nullable: false, defaults: [], refinements: [], descriptions: [],
  };
  const entered = [];
  for (;;) {
    const inner = seen.has(peeled.core) ? undefined : innerOf(peeled, lazies, seen, entered);
    if (inner === undefined) break;
    if (peeled.core._def.description) peeled.descriptions.push(peeled.core._def.description);
    peeled.core = inner;
  }
  for (const schema of entered) seen.delete(schema);
  return peeled;
}

/** The schema one layer further in, or nothing at the core; notes in `peeled` what the layer said. */
function innerOf(peeled, lazies, seen, entered) {
  const schema = peeled.core;
  if (!isSchema(schema)) return undefined;
  const def = schema._def;
  seen.add(schema);
  entered.push(schema);
  switch (kindOf(schema)) {
    case 'ZodOptional':
      peeled.presence ??= schema;
      return def.innerType;
    case 'ZodDefault':
      peeled.presence ??= schema;
      peeled.defaults.push(schema);
      return def.innerType;
    case 'ZodNullable':
      peeled.nullable = true;
      return def.innerType;
    case 'ZodBranded':
      return def.type;
    case 'ZodReadonly':
      return def.innerType;
    case 'ZodLazy':
      return lazies.inner(schema);
    case 'ZodEffects':
      if (def.effect.type !== 'refinement') return undefined;
      peeled.refinements.push(schema);
      return def.schema;
    case 'ZodUnion':
      return onlyOption(peeled, lazies, seen);
    default:
      return undefined;
  }
}

function onlyOption(peeled, lazies, seen) {
  const { options } = peeled.core._def;
  const others = options.filter((option) => !isNull(option, lazies, seen));
  if (others.length > 1) return undefined;
  if (others.length < options.length) peeled.nullable = true;
  return others[0] ?? options[0];
}

function isNull(schema, lazies, seen) {
  return isNullCore(peel(schema, lazies, seen).core);
}

/** @param {any} core @returns {boolean} whether null is all that it accepts */
export function isNullCore(core) {
  if (!isSchema(core)) return false;
  return kindOf(core) === 'ZodNull' || (kindOf(core) === 'ZodLiteral' && core._def.value === null);
}

/**
 * Whether a union accepts null through any of its options, however deep.
 * @param {any} union
 * @param {import('./schema.js').LazySchemas} lazies
 * @param {Set<any>} [seen]
 * @returns {boolean}
 */
export function unionAcceptsNull(union, lazies, seen = new Set()) {
  if (seen.has(union)) return false;
  seen.add(union);
  return union._def.options.some((option) => {
    const { core, nullable } = peel(option, lazies);
    if (nullable || isNullCore(core)) return true;
    return isSchema(core) && kindOf(core) === 'ZodUnion' && unionAcceptsNull(core, lazies, seen);
  });
}
