// Which files are contract files: those that --src names, and in a folder all that could be.
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * @typedef {object} ContractFile
 * @property {string} path absolute, without links
 * @property {string} source relative to the folder of --src, with forward slashes
 * @property {string} display as the user would name it
 */

/** A path of --src that is not there: a mistake of the command line, not of a contract. */
export class MissingSource extends Error {}

/**
 * @param {string[]} sources the values of --src
 * @returns {{ files: ContractFile[], folders: string[] }} the folders are all that were searched
 */
export function findContractFiles(sources) {
  const files = new Map();
  const folders = [];
  const add = (path, source) => {
    const real = realpathSync(path);
    if (!files.has(real)) files.set(real, { path: real, source, display: path });
  };
  for (const source of sources) {
    const stat = statSync(source, { throwIfNoEntry: false });
    if (!stat) throw new MissingSource(`--src ${source}: no such file or folder; mend the path`);
    if (stat.isDirectory()) search(source, '', add, folders);
    else add(source, basename(source));
    folders.push(stat.isDirectory() ? realpathSync(source) : dirname(realpathSync(source)));
  }
  return { files: [...files.values()], folders };
}

function search(folder, prefix, add, folders) {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) {
      folders.push(realpathSync(path));
      search(path, `${prefix}${entry.name}/`, add, folders);
    } else if (entry.isFile() && mayHoldContracts(entry.name)) {
      add(path, prefix + entry.name);
    }
  }
}

function mayHoldContracts(name) {
  return /\.(ts|mts|js|mjs)$/.test(name) && !/\.d\.m?ts$|\.test\.[a-z]+$/.test(name);
}
