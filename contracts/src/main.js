// The command: one run, a comparison, or runs for as long as it is let.
import { parseCommandLine, usage, UsageError } from './command_line.js';
import { MissingSource } from './contract_files.js';
import { generate } from './generate.js';
import { apply, changesOf } from './output_folder.js';
import { printProblems } from './print_problems.js';
import { watch } from './watch.js';

/** @param {string[]} args @returns {Promise<number>} the exit status */
export async function main(args) {
  try {
    const options = parseCommandLine(args);
    if (options.help) {
      process.stdout.write(usage);
      return 0;
    }
    return await (options.watch ? watch(options) : runOnce(options));
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof MissingSource)) throw error;
    process.stderr.write(`clamator-contracts: ${error.message}\n`);
    return 2;
  }
}

async function runOnce(options) {
  const { problems, documents } = await generate(options);
  printProblems(problems);
  if (problems.errors.length > 0) return 1;
  const changes = changesOf(options.out, documents);
  if (options.check) {
    for (const { path, what } of changes) process.stdout.write(`${path}: ${wouldBe[what]}\n`);
    return changes.length > 0 ? 1 : 0;
  }
  apply(options.out, changes);
  return 0;
}

const wouldBe = { new: 'would be written', changed: 'would change', stale: 'would be removed' };
