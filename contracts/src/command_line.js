// The command line: what it means, and what is wrong with it.
import { targets } from './hash.js';

export const usage = `clamator-contracts --src DIR|FILE [--src ...] --out DIR [options]

Turns contract files (TypeScript or JavaScript with Zod schemas) into contract documents, one a service.

  --src DIR|FILE           a contract file, or a folder to search for *.ts, *.mts, *.js and *.mjs; may be repeated
  --out DIR                where the documents go, of this command alone: those of removed contracts are removed
  --json-schema-target T   of the hashes: ${targets.join(', ')} (default ${targets[0]})
  --check                  write nothing, name each file that would change
  --watch                  go on, and do it again whenever a contract or what it imports is saved
  --help                   this text

Exit status: 0 good; 1 a contract is refused, or --check found a difference; 2 a mistake on the command line.
`;

/** What is wrong with the command line. */
export class UsageError extends Error {}

/**
 * @typedef {object} Options
 * @property {string[]} sources
 * @property {string} out
 * @property {string} target
 * @property {boolean} check
 * @property {boolean} watch
 * @property {boolean} help
 */

/** @param {string[]} args @returns {Options} */
export function parseCommandLine(args) {
  const options = { sources: [], out: undefined, target: targets[0], check: false, watch: false, help: false };
  const waiting = [...args];
  while (waiting.length > 0) readOption(options, waiting);
  if (!options.help) validate(options);
  return options;
}

function readOption(options, waiting) {
  const [name, joined] = splitOption(waiting.shift());
  const value = () => {
    const text = joined ?? waiting.shift();
    if (text === undefined || text === '') throw new UsageError(`${name} needs a value; see --help`);
    return text;
  };
  switch (name) {
    case '--src': options.sources.push(value()); break;
    case '--out': options.out = value(); break;
    case '--json-schema-target': options.target = value(); break;
    case '--check': options.check = true; break;
    case '--watch': options.watch = true; break;
    case '--help': options.help = true; break;
    default: throw new UsageError(`${name} is not an option; see --help`);
  }
}

function splitOption(text) {
  const [, name, value] = /^(--[a-z-]+)=(.*)$/s.exec(text) ?? [];
  return name ? [name, value] : [text, undefined];
}

function validate({ sources, out, target, check, watch }) {
  if (sources.length === 0) throw new UsageError('--src is missing; name a contract file or a folder of them');
  if (out === undefined) throw new UsageError('--out is missing; name the folder for the documents');
  if (!targets.includes(target)) {
    throw new UsageError(`--json-schema-target ${target} is none of ${targets.join(', ')}; use one of them`);
  }
  if (check && watch) throw new UsageError('--check and --watch exclude each other; leave one out');
}
