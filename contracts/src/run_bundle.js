// Runs a bundle and returns what it exports.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @param {string} code an ES module @returns {Promise<Record<string, any>>} */
export async function runBundle(code) {
  const folder = await mkdtemp(join(tmpdir(), 'clamator-contracts-'));
  try {
    const file = join(folder, 'contracts.mjs');
    await writeFile(file, code);
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
