// What shared types are called.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { contractText, folderOf, run, textsOf } from './support/command.js';

function typeNames(t, files) {
  const cwd = folderOf(t, files);
  const { status, stderr } = run(['--src', 'main.ts', '--out', 'out'], { cwd });
  assert.equal(status, 0, stderr);
  return JSON.parse(textsOf(join(cwd, 'out'))['main.json']).types.map(({ name }) => name);
}

const shared = (name, definition) => `import { z } from 'zod';\nexport const ${name} = ${definition};\n`;
const main = (imports, fields) => `${imports}\n${contractText('main', fields)}`;

test('an export names a type, without Schema at its end', (t) => {
  const names = typeNames(t, {
    'main.ts': main("import { addressSchema, order_line, Schema } from './types';", 'a: addressSchema, b: addressSchema, c: order_line, d: order_line, e: Schema, f: Schema'),
    'types.ts': shared('addressSchema', 'z.object({})') + "export const order_line = z.enum(['a']);\nexport const Schema = z.union([z.string(), z.number()]);",
  });
  assert.deepEqual(names, ['Address', 'OrderLine', 'Schema']);
});

test('what refines, brands or defers a schema may name it, what makes it optional may not', (t) => {
  const text = `const refined = z.object({});
const absent = z.object({});
export const rangeSchema = z.lazy(() => refined.refine(() => true).readonly());
export const maybeSchema = absent.optional();
`;
  const fields = 'a: rangeSchema, b: rangeSchema, c: maybeSchema, d: maybeSchema';
  assert.deepEqual(typeNames(t, { 'main.ts': main('', fields).replace('export const contract', `${text}export const contract`) }), ['Range', 'SendParamsC']);
});

test('a file of another folder gives no name, the first place of use does', (t) => {
  const names = typeNames(t, {
    'main.ts': main("import { addressSchema } from './sub/types';", 'list: z.array(z.record(addressSchema)), b: addressSchema'),
    'sub/types.ts': shared('addressSchema', 'z.object({})'),
  });
  assert.deepEqual(names, ['SendParamsListItemValue']);
});

test('two exports of one name do not make two types of one name', (t) => {
  const names = typeNames(t, {
    'main.ts': main("import { item } from './a';\nimport { item as other } from './b';", 'a: item, b: item, c: other, d: other'),
    'a.ts': shared('item', 'z.object({})'),
    'b.ts': shared('item', 'z.object({})'),
  });
  assert.deepEqual(names, ['Item', 'SendParamsC']);
});
