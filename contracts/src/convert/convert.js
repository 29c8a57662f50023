// From a schema to a use: a node, and what the place adds to it (optional or default, nullable, a description).
// A core schema becomes one node however often it is used, which is how sharing and recursion are seen.
import { convertArray, convertRecord, convertTuple } from './collections.js';
import { checkDefault, presenceByAsking } from './defaults.js';
import { convertEnum, convertLiteral, convertNativeEnum } from './enums.js';
import { convertNumber } from './numbers.js';
import { convertIntersection, convertObject } from './objects.js';
import { peel, unionAcceptsNull } from './peel.js';
import { convertPipe } from './pipes.js';
import { isCustom, refinementName } from './refinements.js';
import { coerceRefusal, customRefusal, endlessRefusal, notASchema, refusalOf } from './refusals.js';
import { isSchema, kindOf } from './schema.js';
import { convertString } from './strings.js';
import { convertDiscriminatedUnion, convertUnion } from './unions.js';

const converters = {
  ZodString: convertString,
  ZodNumber: convertNumber,
  ZodBoolean: convertBoolean,
  ZodNull: () => ({ kind: 'null' }),
  ZodAny: () => ({ kind: 'any' }),
  ZodUnknown: () => ({ kind: 'any' }),
  ZodLiteral: convertLiteral,
  ZodEnum: convertEnum,
  ZodNativeEnum: convertNativeEnum,
  ZodArray: convertArray,
  ZodTuple: convertTuple,
  ZodRecord: convertRecord,
  ZodUnion: convertUnion,
  ZodDiscriminatedUnion: convertDiscriminatedUnion,
  ZodObject: convertObject,
  ZodIntersection: convertIntersection,
  ZodPipeline: convertPipe,
};

/**
 * @typedef {object} Use
 * @property {any} node
 * @property {{ kind: 'optional' } | { kind: 'default', value: any } | undefined} presence
 * @property {boolean} nullable
 * @property {string | undefined} description
 * @property {string[]} refined
 */

/** A field's type, which may be absent. @returns {Use} */
export function convertField(schema, at, context) {
  const refusalsBefore = context.refusals;
  const { use, peeled } = convertUse(schema, at, context);
  if (context.refusals > refusalsBefore) return use;
  if (peeled?.presence && kindOf(peeled.presence) === 'ZodOptional') use.presence = { kind: 'optional' };
  else if (peeled) use.presence = presenceByAsking(peeled.presence ?? schema, at, context);
  return use;
}

/** What stands where JSON always has a value: an item, a value of a record, the whole of params. @returns {Use} */
export function convertElement(schema, at, context) {
  const { use, peeled } = convertUse(schema, at, context);
  if (peeled?.presence && kindOf(peeled.presence) === 'ZodOptional') {
    context.warn(
      at,
      '.optional() has no effect here, since JSON has no undefined; use .nullable() if there may be no value',
    );
  }
  return use;
}

/** An option of a union: whether it may be absent is asked of the union as a whole. @returns {Use} */
export function convertOption(schema, at, context) {
  return convertUse(schema, at, context).use;
}

function convertUse(schema, at, context) {
  const peeled = isSchema(schema) ? peel(schema, context.lazies) : undefined;
  if (!peeled || !isSchema(peeled.core)) {
    context.refuse(at, notASchema(peeled ? peeled.core : schema));
    const node = { kind: 'any' };
    return { use: { node, presence: undefined, nullable: false, description: undefined, refined: [] } };
  }
  for (const schema of peeled.defaults) checkDefault(schema, at, context);
  const node = convertCore(peeled.core, at, context);
  const own = peeled.core._def.description;
  return {
    peeled,
    use: {
      node,
      presence: undefined,
      nullable: peeled.nullable || node.acceptsNull === true,
      description: peeled.descriptions.find((description) => description !== own),
      refined: peeled.refinements.flatMap((schema) => convertRefinement(schema, at, context)).reverse(),
    },
  };
}

function convertRefinement(schema, at, context) {
  if (isCustom(schema, context.zods)) {
    if (context.firstSight(schema)) context.refuse(at, customRefusal);
    return [];
  }
  const name = refinementName(schema);
  if (context.firstSight(schema)) {
    context.warn(at, `.${name}() runs only in Zod; other languages accept what it refuses`);
  }
  return [name];
}

function convertCore(core, at, context) {
  const known = context.nodes.get(core);
  if (known) {
    if (context.open.has(known)) known.recursive = true;
    return known;
  }
  const node = { place: at, acceptsNull: kindOf(core) === 'ZodUnion' && unionAcceptsNull(core, context.lazies) };
  context.nodes.set(core, node);
  context.open.add(node);
  Object.assign(node, convertKind(core, at, context, node));
  context.open.delete(node);
  if (core._def.description) node.description = core._def.description;
  return node;
}

function convertKind(core, at, context, self) {
  if (at.depth > 200) {
    context.refuse(at, 'the schema never ends; let z.lazy() return the same schema each time');
    return { kind: 'any' };
  }
  const converter = converters[kindOf(core)];
  if (converter) return converter(core, at, context, self);
  context.refuse(at, kindOf(core) === 'ZodLazy' ? endlessRefusal : refusalOf(core));
  return { kind: 'any' };
}

function convertBoolean(schema, at, context) {
  if (schema._def.coerce) context.refuse(at, coerceRefusal);
  return { kind: 'boolean' };
}
