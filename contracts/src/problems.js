// What is wrong with contracts, gathered so that all of it is said, not only what came first.

export class Problems {
  /** @type {string[]} */
  errors = [];
  /** @type {string[]} */
  warnings = [];

  /** @param {string} where a file, or file:line:column */
  error(where, message) {
    this.#add(this.errors, `${where}: ${message}`);
  }

  warning(where, message) {
    this.#add(this.warnings, `${where}: warning: ${message}`);
  }

  /** Two contracts that import one broken file have one problem. */
  #add(list, line) {
    if (!list.includes(line)) list.push(line);
  }
}
