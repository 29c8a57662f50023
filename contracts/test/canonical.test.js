// The canonical form where wrappers, unions and null meet, one field each: what Zod means is what the document says.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { contractText, folderOf, run, textsOf } from './support/command.js';

const string = { kind: 'string' };
const number = { kind: 'number' };
const optional = (type) => ({ kind: 'optional', type });
const nullable = (type) => ({ kind: 'nullable', type });
const withDefault = (type, value) => ({ kind: 'default', type, value });
const union = (...options) => ({ kind: 'union', options });

const cases = [
  ['z.union([z.number().default(1), z.string()])', withDefault(union(number, string), 1)],
  ['z.union([z.number().default(1), z.null()])', withDefault(nullable(number), 1)],
  ['z.number().default(1).default(2)', withDefault(number, 2)],
  ['z.number().nullable().optional().nullable()', optional(nullable(number))],
  ['z.object({ n: z.number().default(1), s: z.string() }).default({ s: "x", more: 1 })', withDefault({
    kind: 'object', unknown: 'strip', fields: [{ name: 'n', type: withDefault(number, 1) }, { name: 's', type: string }],
  }, { n: 1, s: 'x' })],
  ['z.any().nullable()', optional({ kind: 'any' })],
  ['z.union([z.null(), z.literal(null)])', { kind: 'null' }],
  ['z.union([z.string()])', string],
  ['z.null().nullable()', { kind: 'null' }],
  ['z.union([z.enum(["a", "b"]), z.enum(["b", "c"])])', union(
    { kind: 'enum', members: [{ value: 'a' }, { value: 'b' }] }, { kind: 'enum', members: [{ value: 'b' }, { value: 'c' }] },
  )],
  ['z.union([z.string(), z.union([z.number(), z.union([z.boolean(), z.null()])])])', nullable(union(string, number, { kind: 'boolean' }))],
  ['z.union([z.string(), z.union([z.number(), z.boolean()]).refine(() => true)])', { kind: 'union', refined: ['refine'], options: [string, number, { kind: 'boolean' }] }],
  ['z.nativeEnum({ A: "x", Alias: "x", B: "y" })', { kind: 'enum', members: [{ name: 'A', value: 'x' }, { name: 'B', value: 'y' }] }],
  ['z.lazy(() => z.number().default(3)).readonly()', withDefault(number, 3)],
  ['z.string().min(2).pipe(z.string().max(3).regex(/a/gi))', { kind: 'string', minLength: 2, maxLength: 3, patterns: [{ source: 'a', flags: 'i' }] }],
  ['z.string().startsWith("a.b/(")', { kind: 'string', patterns: [{ source: '^a\\.b/\\(' }] }],
  ['z.number().min(-Infinity).max(Infinity).multipleOf(-2)', { kind: 'number', multipleOf: [2] }],
  ['z.record(z.literal("only"), z.number())', { kind: 'record', keys: { kind: 'enum', members: [{ value: 'only' }] }, values: number }],
];

test('fields come out in canonical form', (t) => {
  const fields = cases.map(([text], index) => `f${index}: ${text}`).join(',\n');
  const cwd = folderOf(t, { 'one.ts': contractText('one', fields) });
  const { status, stderr } = run(['--src', '.', '--out', 'out'], { cwd });
  assert.equal(status, 0, stderr);
  const document = JSON.parse(textsOf(join(cwd, 'out'))['one.json']);
  document.methods[0].params.fields.forEach(({ type }, index) => assert.deepEqual(type, cases[index][1], cases[index][0]));
});

test('optional outside of a field is dropped with a warning, default without', (t) => {
  const cwd = folderOf(t, { 'one.ts': contractText('one', 'list: z.array(z.string().optional()), pair: z.tuple([z.number().default(1)])') });
  const { status, stderr } = run(['--src', '.', '--out', 'out'], { cwd });
  assert.equal(status, 0);
  assert.equal(stderr, 'one.ts: warning: one.send params.list[]: .optional() has no effect here, since JSON has no undefined; use .nullable() if there may be no value\n');
  const [list, pair] = JSON.parse(textsOf(join(cwd, 'out'))['one.json']).methods[0].params.fields;
  assert.deepEqual([list.type.items, pair.type.items], [string, [number]]);
});
