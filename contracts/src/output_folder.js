// The folder of documents: brought in line with what the contracts say, or compared with it.
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Change
 * @property {string} path
 * @property {'new' | 'changed' | 'stale'} what
 * @property {string} [text]
 */

/** @param {string} folder @param {Map<string, string>} documents by file name @returns {Change[]} sorted by path */
export function changesOf(folder, documents) {
  const changes = [];
  for (const [name, text] of documents) {
    const path = join(folder, name);
    const present = readIfThere(path);
    if (present !== text) changes.push({ path, what: present === undefined ? 'new' : 'changed', text });
  }
  for (const name of documentNames(folder)) {
    if (!documents.has(name)) changes.push({ path: join(folder, name), what: 'stale' });
  }
  return changes.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** @param {string} folder @param {Change[]} changes */
export function apply(folder, changes) {
  mkdirSync(folder, { recursive: true });
  for (const { path, what, text } of changes) {
    if (what === 'stale') rmSync(path);
    else writeFileSync(path, text);
  }
}

/** Other files in the folder are somebody else's. */
function documentNames(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && statSync(join(folder, name)).isFile())
    .filter((name) => isDocument(readFileSync(join(folder, name), 'utf8')));
}

function isDocument(text) {
  if (!text.includes('"clamatorContracts"')) return false;
  try {
    return typeof JSON.parse(text)?.clamatorContracts === 'number';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function readIfThere(path) {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : undefined;
}
