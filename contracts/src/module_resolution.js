// How esbuild finds what contract files import: '@clamator/protocol' is this package's own, zod is that of the
// contract's project or else this package's. zod stays outside of the bundle, so that it is loaded once for all.
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const protocol = resolve(here, '../protocol/index.js');

/**
 * @param {{ zodUrls: Set<string>, touchedFiles: Set<string>, touchedFolders: Set<string> }} seen what it meets
 * @returns {import('esbuild').Plugin}
 */
export function moduleResolution(seen) {
  return {
    name: 'clamator-contracts',
    setup(build) {
      build.onResolve({ filter: /^@clamator\/protocol$/ }, () => ({ path: protocol }));
      build.onResolve({ filter: /^zod(\/.*)?$/ }, (args) => resolveZod(build, args, seen.zodUrls));
      build.onResolve({ filter: /^\.{1,2}\// }, (args) => {
        seen.touchedFolders.add(resolve(args.resolveDir, dirname(args.path)));
        return undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'file' }, (args) => {
        if (args.path !== protocol) seen.touchedFiles.add(args.path);
        return undefined;
      });
    },
  };
}

async function resolveZod(build, args, zodUrls) {
  if (args.pluginData?.resolvingZod) return undefined;
  const { importer, namespace, kind } = args;
  const pluginData = { resolvingZod: true };
  const find = (resolveDir) => build.resolve(args.path, { importer, namespace, kind, resolveDir, pluginData });
  let found = await find(args.resolveDir);
  if (found.errors.length > 0) found = await find(here);
  if (found.errors.length > 0) return { errors: found.errors };
  // What CommonJS asks for has to be in the bundle: an ES module has no require().
  if (kind === 'require-call' || kind === 'require-resolve') return { path: found.path };
  const path = pathToFileURL(found.path).href;
  zodUrls.add(path);
  return { path, external: true };
}
