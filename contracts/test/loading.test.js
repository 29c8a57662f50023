// Which files are contract files, and what they may import.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { contractText, folderOf, packageFolder, run, textsOf } from './support/command.js';

function documents(t, files, args = ['--src', '.']) {
  const cwd = folderOf(t, files);
  const { status, stderr } = run([...args, '--out', 'out'], { cwd });
  assert.equal(status, 0, stderr);
  return Object.values(textsOf(join(cwd, 'out'))).map((text) => JSON.parse(text));
}

test('a folder is searched for modules, but not among packages, declarations and tests', (t) => {
  const found = documents(t, {
    'a.ts': contractText('a'), 'sub/b.mts': contractText('b'), 'c.js': contractText('c'), 'd.mjs': contractText('d'),
    'node_modules/pkg/e.ts': contractText('e'), 'f.d.ts': 'export declare const f: number;', 'g.test.ts': contractText('g'),
    'h.txt': 'no module', 'index.ts': 'export const nothing = 1;',
  });
  assert.deepEqual(found.map(({ service, source }) => [service, source]), [['a', 'a.ts'], ['b', 'sub/b.mts'], ['c', 'c.js'], ['d', 'd.mjs']]);
});

test('a file that only passes contracts on is not their home', (t) => {
  const [document] = documents(t, { 'a-barrel.ts': "export * from './home';", 'home.ts': contractText('one'), 'z-barrel.ts': "export { contract as other } from './home';" });
  assert.deepEqual([document.source, document.export], ['home.ts', 'contract']);
});

test('two files with one service are both named', (t) => {
  const cwd = folderOf(t, { 'src/one.ts': contractText('same'), 'src/two.ts': contractText('same') });
  const { status, stderr } = run(['--src', 'src', '--out', 'out'], { cwd });
  assert.equal(stderr, "src/two.ts: contract is a second contract of service 'same', after contract in src/one.ts; rename or remove one\n");
  assert.equal(status, 1);
});

test('a file named twice counts once', (t) => {
  const found = documents(t, { 'src/one.ts': contractText('one') }, ['--src', 'src', '--src', 'src/one.ts']);
  assert.equal(found.length, 1);
});

test("the zod of the contract's project is used where there is one", (t) => {
  const ours = pathToFileURL(join(packageFolder, 'node_modules/zod/index.js')).href;
  const [document] = documents(t, {
    'src/one.ts': contractText('one'),
    'node_modules/zod/package.json': '{ "name": "zod", "type": "module", "exports": "./zod.js" }',
    'node_modules/zod/zod.js': `import { z as zod } from '${ours}';
      export const z = { ...zod, string: () => zod.string().describe("the project's") };`,
  }, ['--src', 'src']);
  assert.equal(document.methods[0].params.fields[0].type.description, "the project's");
});

test('packages may be CommonJS and use what Node has', (t) => {
  const [document] = documents(t, {
    'one.ts': `import { name } from 'pkg';\n${contractText('one', '[name]: z.string()')}`,
    'node_modules/pkg/index.js': "exports.name = require('node:path').basename('/folder/field');",
  });
  assert.equal(document.methods[0].params.fields[0].name, 'field');
});

test('an error in what is imported names that file, once, and the others are checked', (t) => {
  const cwd = folderOf(t, {
    'lib/bad.ts': 'export const x = ;', 'src/a.ts': "import '../lib/bad';", 'src/b.ts': "import '../lib/bad';",
    'src/c.ts': contractText('c', 'a: z.date()'),
  });
  const { stderr } = run(['--src', 'src', '--out', 'out'], { cwd });
  assert.equal(stderr, 'lib/bad.ts:1:18: Unexpected ";"\nsrc/c.ts: c.send params.a: z.date() has no JSON form; use z.string().datetime()\n');
});

test('a contract file that leaves a timer behind does not keep the command', (t) => {
  documents(t, { 'one.ts': `setInterval(() => {}, 1000);\n${contractText('one')}` });
});
