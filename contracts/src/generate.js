// One run: from the contract files to the texts of their documents, all or none.
import { documentOf } from './document.js';
import { findContracts } from './exports.js';
import { layOut } from './layout.js';
import { findContractFiles } from './contract_files.js';
import { load } from './load.js';
import { Problems } from './problems.js';

/**
 * @typedef {object} Generated
 * @property {Problems} problems
 * @property {Map<string, string>} documents their texts, by file name
 * @property {{ files: Set<string>, folders: Set<string> }} watched where a change could give other documents
 */

/** @param {{ sources: string[], target: string }} options @returns {Promise<Generated>} */
export async function generate({ sources, target }) {
  const problems = new Problems();
  const { files, folders } = findContractFiles(sources);
  const seen = { zodUrls: new Set(), touchedFiles: new Set(), touchedFolders: new Set(folders) };
  const loaded = await load(files, seen, problems);
  const found = findContracts(loaded, problems);
  if (found.length === 0 && problems.errors.length === 0) {
    problems.error(sources.join(', '), 'no contract is exported; export what defineContract() returns');
  }
  const documents = new Map();
  for (const contract of found) {
    const document = documentOf(contract, { target, zods: loaded.zods }, problems);
    if (document) documents.set(`${document.service}.json`, layOut(document));
  }
  return { problems, documents, watched: { files: seen.touchedFiles, folders: seen.touchedFolders } };
}
