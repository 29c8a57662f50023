/** @param {import('./problems.js').Problems} problems */
export function printProblems({ errors, warnings }) {
  for (const line of [...warnings, ...errors]) process.stderr.write(`${line}\n`);
}
