// Where in a contract something is: as people read it in a message, and as words that a type can be named after.
import { pascalCase } from './pascal_case.js';

export class Place {
  /** @param {string} path @param {string} words @param {number} [depth] */
  constructor(path, words, depth = 0) {
    this.path = path;
    this.words = words;
    this.depth = depth;
  }

  /** @param {string} method @param {'params' | 'result'} part */
  static of(method, part) {
    return new Place(part, pascalCase(method) + pascalCase(part));
  }

  field(name) { return this.#in(/^[\w$]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`, name); }
  items() { return this.#in('[]', 'item'); }
  item(index) { return this.#in(`[${index}]`, `item${index}`); }
  rest() { return this.#in('[...]', 'rest'); }
  keys() { return this.#in('{key}', 'key'); }
  values() { return this.#in('{}', 'value'); }
  option(label) { return this.#in(`<${label}>`, typeof label === 'number' ? `option${label}` : label); }

  #in(step, word) {
    return new Place(this.path + step, this.words + pascalCase(word), this.depth + 1);
  }
}
