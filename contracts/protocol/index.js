// What a contract file imports as '@clamator/protocol'. The mark on each contract is how it is found among exports.

const contractMark = Symbol.for('clamator.contract');
const methodMark = Symbol.for('clamator.method');

/** A service: its name, and what can be asked of it or told to it. */
export function defineContract(contract) {
  return Object.defineProperty({ ...contract }, contractMark, { value: true });
}

/** A method: it is answered with a result. */
export function defineMethod({ params, result }) {
  return Object.defineProperty({ kind: 'method', params, result }, methodMark, { value: true });
}

/** A notification: nothing comes back. */
export function defineNotification({ params }) {
  return Object.defineProperty({ kind: 'notification', params }, methodMark, { value: true });
}
