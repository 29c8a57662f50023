// The text of a document: two spaces of indent, and on one line what is read at one glance.

const width = 100;
const nested = ['type', 'items', 'rest', 'keys', 'values', 'options', 'fields'];

/** @param {object} document @returns {string} */
export function layOut(document) {
  return `${text(document, 0, 0)}\n`;
}

/** @param {any} value @param {number} indent @param {number} used columns before and after it on its line */
function text(value, indent, used) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isFlat(value)) {
    const line = oneLine(value);
    if (indent + used + line.length <= width) return line;
  }
  const margin = ' '.repeat(indent + 2);
  const entries = Array.isArray(value)
    ? value.map((item) => text(item, indent + 2, 1))
    : Object.entries(value).map(([key, item]) => {
      const label = `${JSON.stringify(key)}: `;
      return label + text(item, indent + 2, label.length + 1);
    });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (entries.length === 0) return open + close;
  return `${open}\n${entries.map((entry) => margin + entry).join(',\n')}\n${' '.repeat(indent)}${close}`;
}

/** A node without a node in it, a field of such a type, a list of scalars. */
function isFlat(value) {
  if (Array.isArray(value)) return value.every(isScalar);
  if ('kind' in value) return nested.every((key) => !(key in value) || isEmptyList(value[key]));
  if ('type' in value) return !isScalar(value.type) && isFlat(value.type);
  return Object.values(value).every(isScalar);
}

function isEmptyList(value) {
  return Array.isArray(value) && value.length === 0;
}

function isScalar(value) {
  return value === null || typeof value !== 'object';
}

function oneLine(value) {
  if (isScalar(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(oneLine).join(', ')}]`;
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
