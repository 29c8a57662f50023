// Tells when something changes in the folders that contracts come from.
import { existsSync, statSync, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const modules = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

export class WatchedFolders {
  /** @type {Map<string, { watcher: import('node:fs').FSWatcher, inode: number | undefined }>} */
  #watchers = new Map();
  #files = new Set();
  #changed;

  /** @param {() => void} changed called for each change, so often several times for one save */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Folders are watched, not files: an editor that saves by renaming puts another file in the place of the old one. */
  set({ files, folders }) {
    this.#files = new Set([...files].filter(isOurs));
    const wanted = new Set([...folders, ...[...this.#files].map(dirname)].filter(isOurs).map(nearestFolder));
    for (const [folder, { inode }] of this.#watchers) {
      // A folder that was made anew under the old name is another one, of which the watcher tells nothing.
      if (!wanted.has(folder) || inodeOf(folder) !== inode) this.#drop(folder);
    }
    for (const folder of wanted) this.#add(folder);
  }

  /** Whether a file was saved since, which a watcher that came later cannot have told. */
  savedSince(time) {
    return [...this.#files].some((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > time);
  }

  close() {
    for (const folder of this.#watchers.keys()) this.#drop(folder);
  }

  #add(folder) {
    if (this.#watchers.has(folder)) return;
    const inode = inodeOf(folder);
    const watcher = watch(folder, (_event, name) => {
      if (name === null || this.#matters(join(folder, name))) this.#changed();
    });
    watcher.on('error', () => {
      this.#drop(folder);
      this.#changed();
    });
    this.#watchers.set(folder, { watcher, inode });
  }

  #drop(folder) {
    this.#watchers.get(folder)?.watcher.close();
    this.#watchers.delete(folder);
  }

  #matters(path) {
    return this.#files.has(path) || modules.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory();
  }
}

function inodeOf(folder) {
  return statSync(folder, { throwIfNoEntry: false })?.ino;
}

function isOurs(path) {
  return !path.split(/[\\/]/).includes('node_modules');
}

/** Where it would be seen that a missing folder comes. @param {string} path */
export function nearestFolder(path) {
  let folder = resolve(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
