import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, run } from './support/command.js';

const mistakes = [
  [[], '--src is missing; name a contract file or a folder of them'],
  [['--src', 'contracts'], '--out is missing; name the folder for the documents'],
  [['--src'], '--src needs a value; see --help'],
  [['--src', 'a', '--out', 'b', '--fast'], '--fast is not an option; see --help'],
  [['--src', 'nowhere', '--out', 'b'], '--src nowhere: no such file or folder; mend the path'],
  [['--src', 'a', '--out', 'b', '--check', '--watch'], '--check and --watch exclude each other; leave one out'],
  [
    ['--src', 'a', '--out', 'b', '--json-schema-target=draft4'],
    '--json-schema-target draft4 is none of jsonSchema7, jsonSchema2019-09, openApi3, openAi; use one of them',
  ],
];

for (const [args, message] of mistakes) {
  test(`usage: ${args.join(' ') || 'nothing'}`, (t) => {
    const { status, stderr } = run(args, { cwd: folderOf(t) });
    assert.equal(stderr, `clamator-contracts: ${message}\n`);
    assert.equal(status, 2);
  });
}

test('--help explains each option', () => {
  const { status, stdout } = run(['--help']);
  assert.equal(status, 0);
  for (const option of ['--src', '--out', '--json-schema-target', '--check', '--watch']) assert.ok(stdout.includes(option));
});
