// --watch, by the line that it prints for each rebuild.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { contractText, folderOf, start, write } from './support/command.js';

async function watching(t, files) {
  const cwd = folderOf(t, files);
  const child = start(['--src', 'src', '--out', 'out', '--watch'], { cwd });
  t.after(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = '';
  child.stderr.on('data', (data) => { errors += data; });
  const line = async () => (await lines.next()).value;
  return { cwd, child, line, errors: () => errors };
}

test('a save is followed by a rebuild within a second, also of what is imported', { timeout: 30_000 }, async (t) => {
  const { cwd, line } = await watching(t, {
    'src/one.ts': `import { field } from '../lib/field';\n${contractText('one', 'a: field')}`,
    'lib/field.ts': "import { z } from 'zod';\nexport const field = z.string();",
  });
  assert.equal(await line(), 'clamator-contracts: 1 contract, out/one.json written');
  const saved = performance.now();
  write(join(cwd, 'lib/field.ts'), "import { z } from 'zod';\nexport const field = z.boolean();");
  assert.equal(await line(), 'clamator-contracts: 1 contract, out/one.json written');
  assert.ok(performance.now() - saved < 1000);
  assert.match(readFileSync(join(cwd, 'out/one.json'), 'utf8'), /"boolean"/);
});

test('a broken contract is survived, and it says when it is well again', { timeout: 30_000 }, async (t) => {
  const { cwd, line, errors } = await watching(t, { 'src/one.ts': contractText('one') });
  await line();
  write(join(cwd, 'src/one.ts'), 'export const = ;');
  assert.equal(await line(), 'clamator-contracts: 1 error, documents left as they were');
  assert.match(errors(), /^src\/one\.ts:1:14: /);
  write(join(cwd, 'src/one.ts'), contractText('one', 'a: z.date()'));
  assert.equal(await line(), 'clamator-contracts: 1 error, documents left as they were');
  write(join(cwd, 'src/one.ts'), contractText('one'));
  assert.equal(await line(), 'clamator-contracts: well again, 1 contract, nothing changed');
});

test('new, renamed and removed files are seen, also in new folders', { timeout: 30_000 }, async (t) => {
  const { cwd, line } = await watching(t, { 'src/one.ts': contractText('one') });
  await line();
  mkdirSync(join(cwd, 'new'));
  write(join(cwd, 'new/two.ts'), contractText('two'));
  renameSync(join(cwd, 'new'), join(cwd, 'src/new'));
  assert.equal(await line(), 'clamator-contracts: 2 contracts, out/two.json written');
  write(join(cwd, 'three.ts'), contractText('three'));
  renameSync(join(cwd, 'three.ts'), join(cwd, 'src/new/two.ts'));
  assert.equal(await line(), 'clamator-contracts: 2 contracts, out/three.json written, out/two.json removed');
  rmSync(join(cwd, 'src/one.ts'));
  assert.equal(await line(), 'clamator-contracts: 1 contract, out/one.json removed');
});

test('a JSON file that is imported counts, and so does a folder that is made anew', { timeout: 30_000 }, async (t) => {
  const { cwd, line } = await watching(t, {
    'src/one.ts': `import { name } from '../lib/name.json';\n${contractText('one', '[name]: z.string()')}`,
    'lib/name.json': '{ "name": "a" }',
  });
  await line();
  write(join(cwd, 'lib/name.json'), '{ "name": "b" }');
  assert.equal(await line(), 'clamator-contracts: 1 contract, out/one.json written');
  write(join(cwd, 'new/name.json'), '{ "name": "c" }');
  rmSync(join(cwd, 'lib'), { recursive: true });
  renameSync(join(cwd, 'new'), join(cwd, 'lib'));
  assert.equal(await line(), 'clamator-contracts: 1 contract, out/one.json written');
  write(join(cwd, 'lib/name.json'), '{ "name": "d" }');
  assert.equal(await line(), 'clamator-contracts: 1 contract, out/one.json written');
});

test('an import that was missing is seen to come', { timeout: 30_000 }, async (t) => {
  const { cwd, line } = await watching(t, { 'src/one.ts': `import { field } from '../lib/field';\n${contractText('one', 'a: field')}` });
  assert.equal(await line(), 'clamator-contracts: 1 error, documents left as they were');
  write(join(cwd, 'new/field.ts'), "import { z } from 'zod';\nexport const field = z.string();");
  renameSync(join(cwd, 'new'), join(cwd, 'lib'));
  let last = await line();
  while (last.endsWith('left as they were')) last = await line();
  assert.equal(last, 'clamator-contracts: well again, 1 contract, out/one.json written');
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`${signal} ends it with status 0`, { timeout: 30_000 }, async (t) => {
    const { child, line } = await watching(t, { 'src/one.ts': contractText('one') });
    await line();
    child.kill(signal);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
}
