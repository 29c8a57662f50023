// z.object(), and intersections of objects that have no key in common.
import { convertElement, convertField } from './convert.js';

export function convertObject(schema, at, context) {
  const { unknownKeys, catchall } = schema._def;
  const shape = schema._def.shape();
  const fields = Object.keys(shape).map((name) => ({ name, type: convertField(shape[name], at.field(name), context) }));
  // Zod looks at unknownKeys only where there is no catchall, and z.never() is how it says that there is none.
  if (catchall._def.typeName === 'ZodNever') return { kind: 'object', unknown: unknownKeys, rest: undefined, fields };
  return { kind: 'object', unknown: 'catchall', rest: convertElement(catchall, at.values(), context), fields };
}

export function convertIntersection(schema, at, context) {
  const sides = [schema._def.left, schema._def.right].map((side) => convertElement(side, at, context));
  const problem = whyNotOne(sides);
  if (problem) {
    context.refuse(at, `an intersection ${problem}; use .merge() or .extend()`);
    return { kind: 'any' };
  }
  // Each side returns the keys that it knows or lets through, and Zod puts both together.
  const open = sides.some(({ node }) => node.unknown === 'passthrough');
  return {
    kind: 'object',
    unknown: open ? 'passthrough' : 'strip',
    rest: undefined,
    fields: sides.flatMap(({ node }) => node.fields),
    refined: sides.flatMap(({ node, refined }) => [...refined, ...(node.refined ?? [])]),
  };
}

function whyNotOne(sides) {
  if (sides.some(({ node, nullable }) => node.kind !== 'object' || nullable)) {
    return 'of anything but two objects has no form elsewhere';
  }
  const unknowns = sides.map(({ node }) => node.unknown);
  if (unknowns.includes('strict')) return 'with a strict object refuses the keys of the other one';
  if (unknowns.includes('catchall')) return 'with a catchall checks the keys of the other one by it';
  const [left, right] = sides.map(({ node }) => node.fields.map((field) => field.name));
  const common = left.find((name) => right.includes(name));
  return common === undefined ? undefined : `in which both sides have '${common}' has no form elsewhere`;
}
