// What happens to the out folder: --check, stale documents, files of others.
import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contractText, folderOf, run, textsOf, write } from './support/command.js';

function project(t) {
  const cwd = folderOf(t, { 'src/one.ts': contractText('one'), 'src/two.ts': contractText('two') });
  assert.equal(run(['--src', 'src', '--out', 'out'], { cwd }).status, 0);
  return cwd;
}

const check = ['--src', 'src', '--out', 'out', '--check'];

test('--check is silent where nothing would change', (t) => {
  const { status, stdout, stderr } = run(check, { cwd: project(t) });
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});

test('--check names what would change and leaves it', (t) => {
  const cwd = project(t);
  write(join(cwd, 'src/one.ts'), contractText('one', 'a: z.number()'));
  write(join(cwd, 'src/three.ts'), contractText('three'));
  rmSync(join(cwd, 'src/two.ts'));
  const before = textsOf(join(cwd, 'out'));
  const { status, stdout } = run(check, { cwd });
  assert.equal(stdout, 'out/one.json: would change\nout/three.json: would be written\nout/two.json: would be removed\n');
  assert.equal(status, 1);
  assert.deepEqual(textsOf(join(cwd, 'out')), before);
});

test('the document of a removed contract is removed, files of others are not', (t) => {
  const cwd = project(t);
  const others = { 'package.json': '{}', 'broken.json': '{ "clamatorContracts": 1', 'notes.txt': '"clamatorContracts": 1' };
  for (const [name, text] of Object.entries(others)) write(join(cwd, 'out', name), text);
  rmSync(join(cwd, 'src/two.ts'));
  assert.equal(run(['--src', 'src', '--out', 'out'], { cwd }).status, 0);
  assert.deepEqual(Object.keys(textsOf(join(cwd, 'out'))).sort(), [...Object.keys(others), 'one.json'].sort());
});

test('a refused contract leaves all documents as they are', (t) => {
  const cwd = project(t);
  const before = textsOf(join(cwd, 'out'));
  write(join(cwd, 'src/one.ts'), contractText('one', 'a: z.number()'));
  write(join(cwd, 'src/two.ts'), contractText('two', 'a: z.date()'));
  assert.equal(run(['--src', 'src', '--out', 'out'], { cwd }).status, 1);
  assert.deepEqual(textsOf(join(cwd, 'out')), before);
});

test('--check does not make the out folder', (t) => {
  const cwd = folderOf(t, { 'src/one.ts': contractText('one') });
  assert.equal(run(check, { cwd }).status, 1);
  assert.ok(!existsSync(join(cwd, 'out')));
});
