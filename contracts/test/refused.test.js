// Each contract of test/refused is refused with the message that is kept in test/golden/refused.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { folderOf, run, testFolder, write } from './support/command.js';

for (const name of readdirSync(join(testFolder, 'refused')).sort()) {
  test(`${name} is refused`, (t) => {
    const out = join(folderOf(t), 'out');
    const { status, stdout, stderr } = run(['--src', `refused/${name}`, '--out', out]);
    const kept = join(testFolder, 'golden/refused', `${basename(name, '.ts')}.txt`);
    if (process.env.UPDATE_GOLDEN === '1') write(kept, stderr);
    assert.equal(stderr, readFileSync(kept, 'utf8'));
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.ok(!existsSync(out), 'nothing is written');
  });
}

test('all errors of all files are said in one run', (t) => {
  const { status, stderr } = run(['--src', 'refused', '--out', folderOf(t)]);
  assert.equal(status, 1);
  // A folder without a contract in one of its files is no mistake.
  const alone = readdirSync(join(testFolder, 'golden/refused')).filter((name) => name !== 'no-contract.txt');
  for (const name of alone) {
    const lines = readFileSync(join(testFolder, 'golden/refused', name), 'utf8').trimEnd().split('\n');
    for (const line of lines) assert.ok(stderr.split('\n').includes(line), line);
  }
});
