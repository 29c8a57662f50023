import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { copyOf, folderOf, run, testFolder, textsOf } from './support/command.js';

const golden = textsOf(join(testFolder, 'golden/documents'));

test('a second run writes nothing, and the same', (t) => {
  const out = folderOf(t);
  run(['--src', 'contracts', '--out', out]);
  const written = () => Object.keys(golden).map((name) => statSync(join(out, name), { bigint: true }).mtimeNs);
  const first = written();
  assert.equal(run(['--src', 'contracts', '--out', out]).status, 0);
  assert.deepEqual(written(), first);
  assert.deepEqual(textsOf(out), golden);
});

test('the working directory and the place of the contracts do not show', (t) => {
  const elsewhere = copyOf(t, join(testFolder, 'contracts'));
  const { status, stderr } = run(['--src', '.', '--out', 'out'], { cwd: elsewhere });
  assert.equal(status, 0, stderr);
  assert.deepEqual(textsOf(join(elsewhere, 'out')), golden);
});

test('files one by one give what their folder gives', (t) => {
  const out = folderOf(t);
  const files = ['shared', 'recursive'].flatMap((name) => ['--src', `contracts/${name}.ts`]);
  assert.equal(run([...files, '--out', out]).status, 0);
  assert.deepEqual(textsOf(out), { 'recursive.json': golden['recursive.json'], 'shared.json': golden['shared.json'] });
});
