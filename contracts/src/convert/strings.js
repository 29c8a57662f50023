// z.string() and its checks.
import { coerceRefusal } from './refusals.js';

const formats = new Set([
  'email', 'url', 'emoji', 'uuid', 'nanoid', 'cuid', 'cuid2', 'ulid', 'base64', 'base64url', 'date', 'time',
  'datetime', 'duration', 'ip', 'cidr', 'jwt',
]);

const transforms = {
  trim: String.raw`.trim() changes the value, and only in Zod; use .regex(/^\S(.*\S)?$/s), or trim in the handler`,
  toLowerCase: '.toLowerCase() changes the value, and only in Zod; use .regex(), or convert in the handler',
  toUpperCase: '.toUpperCase() changes the value, and only in Zod; use .regex(), or convert in the handler',
};

export function convertString(schema, at, context) {
  if (schema._def.coerce) context.refuse(at, coerceRefusal);
  const node = { kind: 'string', minLength: 0, maxLength: Infinity, patterns: [], formats: [] };
  for (const check of schema._def.checks) addCheck(node, check, at, context);
  if (node.minLength > node.maxLength) {
    context.refuse(at, `no string is at least ${node.minLength} and at most ${node.maxLength} long; mend the bounds`);
  }
  return node;
}

function addCheck(node, check, at, context) {
  switch (check.kind) {
    case 'min':
      node.minLength = Math.max(node.minLength, Math.ceil(check.value));
      break;
    case 'max':
      node.maxLength = Math.min(node.maxLength, Math.floor(check.value));
      break;
    case 'length':
      node.minLength = Math.max(node.minLength, check.value);
      node.maxLength = Math.min(node.maxLength, check.value);
      break;
    case 'regex':
      addRegex(node, check.regex, at, context);
      break;
    case 'startsWith':
      node.patterns.push({ source: `^${escape(check.value)}` });
      break;
    case 'endsWith':
      node.patterns.push({ source: `${escape(check.value)}$` });
      break;
    case 'includes':
      if (check.position) context.refuse(at, '.includes() with a position has no pattern; use .regex()');
      node.patterns.push({ source: escape(check.value) });
      break;
    default:
      addFormat(node, check, at, context);
  }
}

function addRegex(node, regex, at, context) {
  if (regex.sticky) context.refuse(at, `the flag y of /${regex.source}/ has no form elsewhere; begin it with ^`);
  // g and d change what a search returns, not whether it finds.
  const flags = regex.flags.replace(/[dgy]/g, '');
  node.patterns.push({ source: regex.source, ...(flags && { flags }) });
}

function addFormat(node, check, at, context) {
  if (check.kind in transforms) {
    context.refuse(at, transforms[check.kind]);
  } else if (formats.has(check.kind)) {
    node.formats.push({ format: check.kind, ...optionsOf(check) });
  } else {
    context.refuse(at, `the check .${check.kind}() of z.string() is not known here; use .regex()`);
  }
}

function optionsOf(check) {
  const options = {};
  if (check.kind === 'datetime') {
    if (check.offset) options.offset = true;
    if (check.local) options.local = true;
  }
  if (Number.isInteger(check.precision)) options.precision = check.precision;
  if (check.version) options.version = check.version;
  if (check.alg) options.alg = check.alg;
  return options;
}

function escape(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
