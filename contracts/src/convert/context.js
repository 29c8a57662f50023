// What the conversion of one contract shares: the nodes made so far, and where to report.
import { LazySchemas } from './schema.js';

export class Context {
  /** From a core schema to its node. @type {Map<any, any>} */
  nodes = new Map();
  /** Nodes that are being made: to meet one is recursion. @type {Set<any>} */
  open = new Set();
  lazies = new LazySchemas();
  refusals = 0;
  #seen = new WeakSet();

  /**
   * @param {any[]} zods the copies of Zod that the contracts use
   * @param {(at: import('./place.js').Place, message: string) => void} refuse
   * @param {(at: import('./place.js').Place, message: string) => void} warn
   */
  constructor(zods, refuse, warn) {
    this.zods = zods;
    this.refuse = (at, message) => {
      ++this.refusals;
      refuse(at, message);
    };
    this.warn = warn;
  }

  /** Whether this schema is met for the first time: what is wrong with it is said once, not for each use. */
  firstSight(schema) {
    if (this.#seen.has(schema)) return false;
    this.#seen.add(schema);
    return true;
  }
}
