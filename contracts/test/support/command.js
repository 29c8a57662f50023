// Runs the command as a user does, and gives each test a folder of its own.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const testFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const packageFolder = dirname(testFolder);
const program = join(packageFolder, 'bin/clamator-contracts.js');

/** @returns {{ status: number | null, stdout: string, stderr: string }} */
export function run(args, { cwd = testFolder, nodeOptions = [] } = {}) {
  return spawnSync(process.execPath, [...nodeOptions, program, ...args], { cwd, encoding: 'utf8', timeout: 60_000 });
}

export function start(args, { cwd = testFolder } = {}) {
  return spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A folder with these files, by path, that goes when the test ends. */
export function folderOf(t, files = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'clamator-contracts-test-')));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
  return folder;
}

export function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The text of each file of a folder, by name. */
export function textsOf(folder) {
  return Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The text of a contract file with one method. */
export function contractText(service, fields = 'a: z.string()') {
  return `import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';
export const contract = defineContract({
  service: '${service}',
  methods: { send: defineMethod({ params: z.object({ ${fields} }), result: z.object({}) }) },
});
`;
}

export function copyOf(t, folder) {
  const copy = folderOf(t);
  cpSync(folder, copy, { recursive: true });
  return copy;
}
