// a.pipe(b) where neither changes the value: both sets of checks hold.
import { convertElement } from './convert.js';
import { strictestNumber } from './numbers.js';

export function convertPipe(schema, at, context) {
  const [first, second] = [schema._def.in, schema._def.out].map((side) => convertElement(side, at, context));
  const merged = first.nullable || second.nullable ? undefined : merge(first.node, second.node, at, context);
  if (!merged) {
    context.refuse(at, '.pipe() is understood only between two strings, numbers or booleans; use one schema');
    return { kind: 'any' };
  }
  return { ...merged, refined: [first, second].flatMap(({ node, refined }) => [...refined, ...(node.refined ?? [])]) };
}

function merge(first, second, at, context) {
  if (first.kind !== second.kind) return undefined;
  switch (first.kind) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'number':
      return strictestNumber(first, second, at, context);
    case 'string':
      return {
        kind: 'string',
        minLength: Math.max(first.minLength, second.minLength),
        maxLength: Math.min(first.maxLength, second.maxLength),
        patterns: [...first.patterns, ...second.patterns],
        formats: [...first.formats, ...second.formats],
      };
    default:
      return undefined;
  }
}
