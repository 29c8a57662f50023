import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageFolder, testFolder } from './support/command.js';

const tsc = join(packageFolder, 'node_modules/typescript/bin/tsc');

for (const project of ['tsconfig.json', 'contracts.tsconfig.json']) {
  test(`tsc accepts what test/types/${project} names`, () => {
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', join(testFolder, 'types', project)], { encoding: 'utf8' });
    assert.equal(stdout, '');
    assert.equal(status, 0);
  });
}
