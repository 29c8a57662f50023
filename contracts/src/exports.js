// Finds contracts among what files export.

const contractMark = Symbol.for('clamator.contract');

/**
 * @typedef {object} FoundContract
 * @property {any} contract
 * @property {string} exportName
 * @property {string} source
 * @property {string} display
 * @property {Record<string, any>[]} namingModules whose exports may name types: the contract's file, what it imports
 */

/**
 * @param {import('./load.js').Loaded} loaded
 * @param {import('./problems.js').Problems} problems
 * @returns {FoundContract[]} sorted by service; of two with one name the first, after the error
 */
export function findContracts(loaded, problems) {
  const homes = new Map();
  for (const { file, exports } of loaded.modules) {
    for (const [exportName, value] of namedFirst(Object.entries(exports))) {
      if (!value?.[contractMark]) continue;
      const home = homes.get(value);
      // A file that passes on what another one defines imports that one.
      if (home && !(loaded.reaches(home.file.path, file.path) && home.file !== file)) continue;
      homes.set(value, { file, exportName, exports });
    }
  }
  const found = [...homes].map(([contract, { file, exportName, exports }]) => ({
    contract,
    exportName,
    source: file.source,
    display: file.display,
    namingModules: [exports, ...loaded.neighbours(file.path)],
  }));
  return withoutDoubles(found, problems);
}

function namedFirst(entries) {
  return [...entries.filter(([name]) => name !== 'default'), ...entries.filter(([name]) => name === 'default')];
}

function withoutDoubles(found, problems) {
  const services = new Map();
  for (const one of found) {
    const { service } = one.contract;
    const first = services.get(service);
    if (first === undefined) {
      services.set(service, one);
      continue;
    }
    problems.error(
      one.display,
      `${one.exportName} is a second contract of service '${service}', after ${first.exportName} in ` +
        `${first.display}; rename or remove one`,
    );
  }
  return [...services.values()].sort((a, b) => (String(a.contract.service) < String(b.contract.service) ? -1 : 1));
}
