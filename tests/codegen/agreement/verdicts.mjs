// What Zod says to JSON, in the protocol of verdicts.cpp:
//
//   verdicts.mjs PACKAGE SOURCES
//
// PACKAGE is the folder of clamator-contracts, which loads the contracts in the folder SOURCES. A refusal also
// has Zod's own issues, in "issues".
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [contractsPackage, sources] = process.argv.slice(2);
if (sources === undefined) throw new Error('usage: verdicts.mjs PACKAGE SOURCES');

const module = (name) => import(pathToFileURL(join(resolve(contractsPackage), 'src', name)).href);

async function loadContracts() {
  const { findContractFiles } = await module('contract_files.js');
  const { load } = await module('load.js');
  const { findContracts } = await module('exports.js');
  const { Problems } = await module('problems.js');
  const problems = new Problems();
  const seen = { zodUrls: new Set(), touchedFiles: new Set(), touchedFolders: new Set() };
  const found = findContracts(await load(findContractFiles([sources]).files, seen, problems), problems);
  if (problems.errors.length > 0) throw new Error(problems.errors.join('\n'));
  return found.map(({ contract }) => contract);
}

function schemasOf(contracts) {
  const schemas = new Map();
  for (const { service, methods } of contracts) {
    for (const [name, { params, result }] of Object.entries(methods)) {
      schemas.set(`${service}.${name} params`, params);
      if (result) schemas.set(`${service}.${name} result`, result);
    }
  }
  return schemas;
}

function verdict(schemas, { type, text }) {
  const schema = schemas.get(type);
  if (schema === undefined) throw new Error(`no type is called ${type}; make documents of ${sources}`);
  const outcome = schema.safeParse(JSON.parse(text));
  if (outcome.success) return { ok: true, text: JSON.stringify(outcome.data) };
  const { issues } = outcome.error;
  return { ok: false, why: issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('; '), issues };
}

const schemas = schemasOf(await loadContracts());
let rest = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (chunk) => {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  process.stdout.write(lines.map((line) => `${JSON.stringify(verdict(schemas, JSON.parse(line)))}\n`).join(''));
});
