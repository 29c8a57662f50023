// --watch: a run for each save, until a signal ends it.
import { MissingSource } from './contract_files.js';
import { generate } from './generate.js';
import { apply, changesOf } from './output_folder.js';
import { Problems } from './problems.js';
import { printProblems } from './print_problems.js';
import { WatchedFolders } from './watched_folders.js';

// Editors and version control write several files for one save.
const quietMilliseconds = 50;

/** @param {{ sources: string[], out: string, target: string }} options @returns {Promise<number>} the exit status */
export async function watch(options) {
  const events = new Events();
  const folders = new WatchedFolders(() => events.change());
  let broken = false;
  while (!events.ended) {
    events.changed = false;
    const started = Date.now();
    const { problems, documents, watched } = await generateOrSayWhyNot(options);
    folders.set(watched);
    if (folders.savedSince(started)) continue;
    broken = report(options, problems, documents, broken);
    await events.next();
  }
  folders.close();
  return 0;
}

async function generateOrSayWhyNot(options) {
  try {
    return await generate(options);
  } catch (error) {
    if (!(error instanceof MissingSource)) throw error;
    const problems = new Problems();
    problems.error('clamator-contracts', error.message);
    return { problems, documents: new Map(), watched: { files: new Set(), folders: new Set(options.sources) } };
  }
}

function report(options, problems, documents, broken) {
  printProblems(problems);
  const { length: errors } = problems.errors;
  if (errors > 0) {
    console.log(`clamator-contracts: ${count(errors, 'error')}, documents left as they were`);
    return true;
  }
  const changes = changesOf(options.out, documents);
  apply(options.out, changes);
  const what = changes.map(({ path, what }) => `${path} ${did[what]}`).join(', ') || 'nothing changed';
  console.log(`clamator-contracts: ${broken ? 'well again, ' : ''}${count(documents.size, 'contract')}, ${what}`);
  return false;
}

const did = { new: 'written', changed: 'written', stale: 'removed' };

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Saves and signals, for a loop that waits for the next. */
class Events {
  changed = false;
  ended = false;
  #wake = () => {};

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, () => {
        this.ended = true;
        this.#wake();
      });
    }
  }

  change() {
    this.changed = true;
    this.#wake();
  }

  /** Until there was a save and no more for a moment, or a signal. */
  async next() {
    while (!this.changed && !this.ended) await this.#woken();
    while (this.changed && !this.ended) {
      this.changed = false;
      const timer = setTimeout(() => this.#wake(), quietMilliseconds);
      await this.#woken();
      clearTimeout(timer);
    }
  }

  #woken() {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
