// The fingerprint by which two builds see that they have the same schema: SHA-256 of its JSON Schema.
import { createHash } from 'node:crypto';
import { zodToJsonSchema } from 'zod-to-json-schema';

export const targets = ['jsonSchema7', 'jsonSchema2019-09', 'openApi3', 'openAi'];

/** @param {any} schema of Zod 3 @param {string} target @returns {string} hexadecimal */
export function schemaHash(schema, target) {
  const jsonSchema = withoutRecursionWarnings(() => zodToJsonSchema(schema, { target, $refStrategy: 'none' }));
  return createHash('sha256').update(JSON.stringify(jsonSchema)).digest('hex');
}

/** zod-to-json-schema says on the console, and only there, that recursion becomes "any"; the hash is defined so. */
function withoutRecursionWarnings(run) {
  const { warn } = console;
  console.warn = (message, ...rest) => {
    if (!String(message).startsWith('Recursive reference detected')) warn.call(console, message, ...rest);
  };
  try {
    return run();
  } finally {
    console.warn = warn;
  }
}
