// What Zod makes of a value that is not there.
import { isDeepStrictEqual } from 'node:util';

/** Reports a default that could not be written into a document: refused by its own schema, not JSON, or not fixed. */
export function checkDefault(schema, at, context) {
  if (!context.firstSight(schema)) return;
  const value = schema._def.defaultValue();
  if (!isDeepStrictEqual(value, schema._def.defaultValue())) {
    context.refuse(
      at,
      'a default that differs from call to call has no fixed value; use .optional() and fill it in the handler',
    );
  } else if (!isJson(value)) {
    context.refuse(
      at,
      'the default has no JSON form; use a value made of strings, numbers, booleans, null, arrays and objects',
    );
  } else {
    checkAgainstSchema(schema, value, at, context);
  }
}

function checkAgainstSchema(schema, value, at, context) {
  const answer = ask(schema, at, context);
  if (!answer || answer.success) return;
  const [issue] = answer.error.issues;
  const where = issue.path.length ? ` at ${issue.path.join('.')}` : '';
  context.refuse(
    at,
    `its own schema refuses the default ${JSON.stringify(value)}${where} (${issue.message}); mend one of them`,
  );
}

/**
 * What an absent value becomes: with a default its value, as the schema within completes it; without optional or
 * default around it nothing, unless the schema accepts that there is none, as z.any() does.
 */
export function presenceByAsking(schema, at, context) {
  const answer = ask(schema, at, context);
  if (!answer?.success) return undefined;
  if (answer.data === undefined) return { kind: 'optional' };
  return { kind: 'default', value: answer.data };
}

function ask(schema, at, context) {
  try {
    return schema.safeParse(undefined);
  } catch (error) {
    context.refuse(
      at,
      `Zod could not be asked what an absent value means: ${error.message}; let no check throw or be async`,
    );
    return undefined;
  }
}

function isJson(value) {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isJson);
}
