// Loads contract files: bundled and run together, and one by one to find those to blame where that fails.
import { dirname, relative } from 'node:path';
import { bundle } from './bundle.js';
import { runBundle } from './run_bundle.js';

/**
 * @typedef {object} Loaded
 * @property {{ file: import('./contract_files.js').ContractFile, exports: Record<string, any> }[]} modules
 * @property {(path: string) => Record<string, any>[]} neighbours exports of what a file imports from its own folder
 * @property {(from: string, to: string) => boolean} reaches whether one file imports another, be it through others
 * @property {any[]} zods the copies of Zod that the contracts use
 */

/**
 * @param {import('./contract_files.js').ContractFile[]} files
 * @param {{ zodUrls: Set<string>, touchedFiles: Set<string>, touchedFolders: Set<string> }} seen
 * @param {import('./problems.js').Problems} problems
 * @returns {Promise<Loaded>}
 */
export async function load(files, seen, problems) {
  let sound = files;
  let together = await attempt(files, seen);
  if (together.failures.length > 0) {
    const alone = await Promise.all(files.map((file) => attempt([file], seen)));
    report(alone.flatMap(({ failures }) => failures), problems);
    sound = files.filter((_, index) => alone[index].failures.length === 0);
    together = await attempt(sound, seen);
    report(together.failures, problems);
  }
  const { exports, imports } = together;
  return {
    modules: sound.flatMap((file) => (exports.has(file.path) ? [{ file, exports: exports.get(file.path) }] : [])),
    neighbours: (path) => neighboursOf(path, imports).flatMap((other) => exports.get(other) ?? []),
    reaches: (from, to) => reachable(from, imports).has(to),
    zods: await usableZods(seen.zodUrls),
  };
}

/** Bundles and runs; the exports of neighbours are wanted too, and which those are is known only from a bundle. */
async function attempt(files, seen) {
  let paths = files.map((file) => file.path);
  let bundled = await bundle(paths, seen);
  const neighbours = new Set(paths.flatMap((path) => neighboursOf(path, bundled.imports)));
  const missing = [...neighbours].filter((path) => !paths.includes(path));
  if (missing.length > 0) {
    paths = [...paths, ...missing];
    bundled = await bundle(paths, seen);
  }
  const nothing = { exports: new Map(), imports: bundled.imports };
  if (bundled.errors.length > 0) {
    const failures = bundled.errors.map((error) => ({ where: placeOf(error, files[0]), message: error.message }));
    return { ...nothing, failures };
  }
  try {
    const module = await runBundle(bundled.code);
    const exports = new Map(paths.map((path, index) => [path, module[`m${index}`]]));
    return { failures: [], imports: bundled.imports, exports };
  } catch (error) {
    const message = `cannot be run: ${error?.message ?? error}; a contract file only defines schemas and contracts`;
    return { ...nothing, failures: [{ where: files[0].display, message }] };
  }
}

function report(failures, problems) {
  for (const { where, message } of failures) problems.error(where, message);
}

function placeOf({ where }, file) {
  if (!where) return file.display;
  const path = where.file === file.path ? file.display : relative('', where.file);
  return `${path}:${where.position}`;
}

function neighboursOf(path, imports) {
  const folder = dirname(path);
  return [...reachable(path, imports)].filter((other) => dirname(other) === folder).sort();
}

function reachable(from, imports) {
  const found = new Set();
  const waiting = [...(imports.get(from) ?? [])];
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (found.has(path)) continue;
    found.add(path);
    waiting.push(...(imports.get(path) ?? []));
  }
  found.delete(from);
  return found;
}

/** Those of Zod 3; what Zod 4 made is refused where it is met. */
async function usableZods(urls) {
  const modules = await Promise.all([...urls].map((url) => import(url)));
  return modules.map((module) => module.z ?? module.default).filter((z) => z?.custom && z.any && !('_zod' in z.any()));
}
