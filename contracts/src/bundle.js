// Bundles contract files in memory, all in one, so that a schema that two of them import is one schema.
import { build } from 'esbuild';
import { moduleResolution } from './module_resolution.js';

/**
 * @typedef {object} Bundle
 * @property {string} [code] an ES module that exports the module of the nth path as mN; none if there are errors
 * @property {{ where: { file: string, position: string } | undefined, message: string }[]} errors
 * @property {Map<string, string[]>} imports from each file to the files that it imports, absolute paths
 */

// CommonJS packages within the bundle may ask for Node's own modules.
const banner = `import { createRequire as clamatorRequire } from 'node:module';
const require = clamatorRequire(${JSON.stringify(import.meta.url)});`;

/**
 * @param {string[]} paths absolute
 * @param {Parameters<typeof moduleResolution>[0]} seen
 * @returns {Promise<Bundle>}
 */
export async function bundle(paths, seen) {
  const contents = paths.map((path, index) => `export * as m${index} from ${JSON.stringify(path)};`).join('\n');
  try {
    const result = await build({
      stdin: { contents, resolveDir: '/' },
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      target: 'node18',
      absWorkingDir: '/',
      logLevel: 'silent',
      banner: { js: banner },
      plugins: [moduleResolution(seen)],
    });
    return { code: result.outputFiles[0].text, errors: [], imports: importsOf(result.metafile) };
  } catch (error) {
    if (!Array.isArray(error.errors)) throw error;
    return { errors: error.errors.map(describe), imports: new Map() };
  }
}

function describe({ text, location }) {
  if (!location) return { where: undefined, message: text };
  const { file, line, column } = location;
  return { where: { file: `/${file}`, position: `${line}:${column + 1}` }, message: text };
}

function importsOf(metafile) {
  const absolute = (path) => `/${path}`;
  return new Map(Object.entries(metafile.inputs).map(([path, { imports }]) => [
    absolute(path),
    imports.filter((one) => !one.external).map((one) => absolute(one.path)),
  ]));
}
