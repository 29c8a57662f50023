// Each contract of test/contracts gives the document that is kept in test/golden/documents; UPDATE_GOLDEN=1 renews them.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf, run, testFolder, textsOf, write } from './support/command.js';

const golden = join(testFolder, 'golden/documents');
const goldenWarnings = join(testFolder, 'golden/warnings');

test('contracts give the documents that are kept', (t) => {
  const update = process.env.UPDATE_GOLDEN === '1';
  const out = update ? golden : folderOf(t);
  const { status, stdout, stderr } = run(['--src', 'contracts', '--out', out]);
  assert.equal(status, 0, stderr);
  assert.equal(stdout, '');
  if (update) write(join(goldenWarnings, 'contracts.txt'), stderr);
  assert.deepEqual(textsOf(out), textsOf(golden));
  assert.equal(stderr, textsOf(goldenWarnings)['contracts.txt']);
});
