// z.number() and its checks.
import { coerceRefusal } from './refusals.js';

export function convertNumber(schema, at, context) {
  if (schema._def.coerce) context.refuse(at, coerceRefusal);
  const node = { kind: 'number', integer: false, lower: undefined, upper: undefined, multipleOf: [] };
  for (const check of schema._def.checks) addCheck(node, check, at, context);
  if (node.lower && node.upper && isEmpty(node.lower, node.upper)) {
    context.refuse(at, `no number is between ${node.lower.value} and ${node.upper.value} as asked; mend the bounds`);
  }
  return node;
}

function addCheck(node, check, at, context) {
  switch (check.kind) {
    case 'int':
      node.integer = true;
      break;
    case 'min':
      addBound(node, 'lower', { value: check.value, inclusive: check.inclusive }, at, context);
      break;
    case 'max':
      addBound(node, 'upper', { value: check.value, inclusive: check.inclusive }, at, context);
      break;
    case 'multipleOf':
      addMultiple(node, check.value, at, context);
      break;
    case 'finite':
      break;
    default:
      context.refuse(
        at,
        `the check .${check.kind}() of z.number() is not known here; use .min(), .max(), .int() or .multipleOf()`,
      );
  }
}

/** An infinite bound says nothing of the numbers that JSON has, unless it shuts all of them out. */
function addBound(node, side, bound, at, context) {
  if (bound.value === (side === 'lower' ? -Infinity : Infinity)) return;
  if (!Number.isFinite(bound.value)) {
    context.refuse(at, `no number keeps the bound ${bound.value}; use a finite one`);
  } else if (node[side] === undefined || isStricter(side, bound, node[side])) {
    node[side] = bound;
  }
}

function isStricter(side, bound, than) {
  if (bound.value === than.value) return !bound.inclusive;
  return side === 'lower' ? bound.value > than.value : bound.value < than.value;
}

function isEmpty(lower, upper) {
  return lower.value > upper.value || (lower.value === upper.value && !(lower.inclusive && upper.inclusive));
}

function addMultiple(node, value, at, context) {
  const step = Math.abs(value);
  if (step === 0 || !Number.isFinite(step)) {
    context.refuse(at, `no number is a multiple of ${value}; use a finite step other than 0`);
  } else if (!node.multipleOf.includes(step)) {
    node.multipleOf.push(step);
  }
}

/** Two schemas that a pipe puts one behind the other. */
export function strictestNumber(first, second, at, context) {
  const node = { ...first, integer: first.integer || second.integer, multipleOf: [...first.multipleOf] };
  for (const side of ['lower', 'upper']) {
    if (second[side]) addBound(node, side, second[side], at, context);
  }
  for (const step of second.multipleOf) addMultiple(node, step, at, context);
  return node;
}
