// The hashes once more, with nothing of this package: zod-to-json-schema makes the text, sha256sum the hash.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { zodToJsonSchema } from 'zod-to-json-schema';
import { folderOf, packageFolder, run, testFolder } from './support/command.js';

const protocol = `
  export const defineContract = (contract) => contract;
  export const defineMethod = (method) => method;
  export const defineNotification = (method) => method;`;

async function contractOf(t, source, exportName) {
  const folder = folderOf(t, { 'protocol.mjs': protocol });
  const outfile = join(folder, 'contract.mjs');
  const alias = { '@clamator/protocol': join(folder, 'protocol.mjs') };
  buildSync({ entryPoints: [join(testFolder, 'contracts', source)], bundle: true, format: 'esm', outfile, alias, absWorkingDir: packageFolder });
  return (await import(pathToFileURL(outfile).href))[exportName];
}

function sha256sum(text) {
  return spawnSync('sha256sum', { input: text, encoding: 'utf8' }).stdout.split(' ')[0];
}

async function checkHashes(t, document) {
  const contract = await contractOf(t, document.source, document.export);
  // zod-to-json-schema warns of recursion on the console.
  t.mock.method(console, 'warn', () => {});
  for (const { name, hashes } of document.methods) {
    for (const [part, hash] of Object.entries(hashes)) {
      const schema = zodToJsonSchema(contract.methods[name][part], { target: document.target, $refStrategy: 'none' });
      assert.equal(hash, sha256sum(JSON.stringify(schema)), `${document.service}.${name} ${part}`);
    }
  }
}

for (const name of readdirSync(join(testFolder, 'golden/documents'))) {
  test(`hashes of ${name} are those of sha256sum`, async (t) => {
    await checkHashes(t, JSON.parse(readFileSync(join(testFolder, 'golden/documents', name), 'utf8')));
  });
}

for (const target of ['jsonSchema2019-09', 'openApi3', 'openAi']) {
  test(`--json-schema-target ${target} makes the hashes of that dialect`, async (t) => {
    const out = folderOf(t);
    assert.equal(run(['--src', 'contracts/collections.ts', '--out', out, '--json-schema-target', target]).status, 0);
    const document = JSON.parse(readFileSync(join(out, 'collections.json'), 'utf8'));
    assert.equal(document.target, target);
    await checkHashes(t, document);
  });
}
