// Arrays, tuples and records.
import { convertElement } from './convert.js';

export function convertArray(schema, at, context) {
  const { type, minLength, maxLength, exactLength } = schema._def;
  const bound = (check, none) => check?.value ?? none;
  const minItems = Math.ceil(Math.max(bound(minLength, 0), bound(exactLength, 0)));
  const maxItems = Math.floor(Math.min(bound(maxLength, Infinity), bound(exactLength, Infinity)));
  if (minItems > maxItems) {
    context.refuse(at, `no array has at least ${minItems} and at most ${maxItems} items; mend the bounds`);
  }
  return { kind: 'array', items: convertElement(type, at.items(), context), minItems, maxItems };
}

export function convertTuple(schema, at, context) {
  const { items, rest } = schema._def;
  return {
    kind: 'tuple',
    items: items.map((item, index) => convertElement(item, at.item(index), context)),
    rest: rest ? convertElement(rest, at.rest(), context) : undefined,
  };
}

export function convertRecord(schema, at, context) {
  const { keyType, valueType } = schema._def;
  return {
    kind: 'record',
    keys: convertKeys(keyType, at.keys(), context),
    values: convertElement(valueType, at.values(), context),
  };
}

function convertKeys(keyType, at, context) {
  const use = convertElement(keyType, at, context);
  const { node } = use;
  if (node.kind === 'literal' && typeof node.value === 'string') {
    return { ...use, node: { kind: 'enum', members: [{ value: node.value }] } };
  }
  const isText = node.kind === 'string' || node.members?.every((member) => typeof member.value === 'string');
  if (!isText || use.nullable) {
    const what = use.nullable ? 'null' : node.kind;
    context.refuse(at, `keys of a record are strings in JSON, not ${what}; use z.string(), with .regex() for digits`);
  }
  return use;
}
