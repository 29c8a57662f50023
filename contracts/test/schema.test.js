// docs/contract-document.schema.json accepts what this package writes, and nothing that it would not write.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { packageFolder, testFolder, textsOf } from './support/command.js';

const schema = JSON.parse(readFileSync(join(packageFolder, '../docs/contract-document.schema.json'), 'utf8'));
const validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);
const documents = textsOf(join(testFolder, 'golden/documents'));

for (const [name, text] of Object.entries(documents)) {
  test(`${name} is valid`, () => assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors, null, 1)));
}

const params = (document) => document.methods[0].params;
const faults = {
  'another version': (document) => { document.clamatorContracts = 2; },
  'a service with capitals': (document) => { document.service = 'Arith'; },
  'a method with a hyphen': (document) => { document.methods[0].name = 'get-all'; },
  'a result without its hash': (document) => { delete document.methods[0].hashes.result; },
  'a kind that is not known': (document) => { params(document).fields[0].type.kind = 'date'; },
  'a member of another kind': (document) => { params(document).fields[0].type.minLength = 1; },
  'optional outside of a field': (document) => { document.methods[0].params = { kind: 'optional', type: params(document) }; },
  'optional within nullable': (document) => {
    params(document).fields[0].type = { kind: 'nullable', type: { kind: 'optional', type: { kind: 'string' } } };
  },
  'a catchall without rest': (document) => { params(document).unknown = 'catchall'; },
  'two lower bounds': (document) => { Object.assign(params(document).fields[0].type, { minimum: 0, exclusiveMinimum: 0 }); },
};

for (const [name, spoil] of Object.entries(faults)) {
  test(`${name} is invalid`, () => {
    const document = JSON.parse(documents['arith.json']);
    spoil(document);
    assert.equal(validate(document), false);
  });
}
