/** @param {string} text @returns {string} without what a type's name cannot have: 'order-line' is OrderLine */
export function pascalCase(text) {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
