// The TypeScript that is generated from all golden documents, and what a user writes over it, type-checked by
// tsc --strict; then a call through a generated client, whose answer is read by the contract.
//
//   node typecheck.mjs CLAMATOR_CODEGEN CONTRACTS
//
// CONTRACTS is the folder contracts/ with its node_modules.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [codegen, contracts] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(contracts, 'package.json'));
const folder = mkdtempSync(join(tmpdir(), 'clamator-typescript-'));

before(() => {
  const documents = join(contracts, 'test/golden/documents');
  execFileSync(codegen, ['--src', documents, '--out-ts', folder, '--ts-contract-import', './contracts'], { stdio: 'inherit' });
  cpSync(join(contracts, 'test/contracts'), join(folder, 'sources'), { recursive: true });
  const exported = readdirSync(documents)
    .map((name) => JSON.parse(readFileSync(join(documents, name), 'utf8')))
    .map((document) => `export { ${document.export} } from './sources/${document.source.replace(/\.ts$/, '')}';\n`);
  writeFileSync(join(folder, 'contracts.ts'), exported.join(''));
  cpSync(fileURLToPath(new URL('usage.ts', import.meta.url)), join(folder, 'usage.ts'));
  symlinkSync(join(contracts, 'node_modules'), join(folder, 'node_modules'));
});

after(() => rmSync(folder, { recursive: true }));

test('tsc --strict takes all that is generated, and refuses what is marked', () => {
  const paths = { '@clamator/protocol': [join(contracts, 'protocol/index.d.ts')] };
  const compilerOptions = {
    strict: true, noEmit: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler',
    noUnusedLocals: true, exactOptionalPropertyTypes: true, types: [], paths,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const tsc = require.resolve('typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    assert.fail(error.stdout);
  }
});

async function generatedClient() {
  const outfile = join(folder, 'arith.mjs');
  await require('esbuild').build({
    entryPoints: [join(folder, 'arith.ts')], outfile, bundle: true, format: 'esm', logLevel: 'error',
    alias: { '@clamator/protocol': join(contracts, 'protocol/index.js') },
  });
  return (await import(pathToFileURL(outfile))).ArithClient;
}

test('a client sends wire names and reads the answer by the contract', async () => {
  const ArithClient = await generatedClient();
  const seen = [];
  const call = async (...asked) => (seen.push(asked), { sum: 3, more: true });
  assert.deepEqual(await new ArithClient({ call }).add({ a: 1, b: 2 }, { timeout: 9 }), { sum: 3 });
  assert.deepEqual(seen, [['arith', 'add', { a: 1, b: 2 }, { timeout: 9 }]]);
});

test('a client refuses an answer that the contract does not allow', async () => {
  const ArithClient = await generatedClient();
  const client = new ArithClient({ call: async () => ({ sum: 'three' }) });
  await assert.rejects(client.add({ a: 1, b: 2 }), { name: 'ZodError' });
});
