// Which nodes get a name: those in recursion, and objects, unions and enums that are used at two places or more.

const shareable = new Set(['object', 'union', 'enum']);

/** @param {any} node @returns {any[]} the uses within it, in the order of the document */
export function usesWithin(node) {
  switch (node.kind) {
    case 'object':
      return [...node.fields.map((field) => field.type), ...(node.rest ? [node.rest] : [])];
    case 'union':
      return node.options;
    case 'array':
      return [node.items];
    case 'tuple':
      return [...node.items, ...(node.rest ? [node.rest] : [])];
    case 'record':
      return [node.keys, node.values];
    default:
      return [];
  }
}

/**
 * @param {any[]} roots the uses that are params and results, in contract order
 * @returns {any[]} the nodes to name, in the order in which they are met
 */
export function nodesToName(roots) {
  const counts = new Map();
  const visit = ({ node }) => {
    const count = (counts.get(node) ?? 0) + 1;
    counts.set(node, count);
    // What has no name of its own is written out at each use, and so uses again what is within it.
    if (count === 1 || !(shareable.has(node.kind) || node.recursive)) usesWithin(node).forEach(visit);
  };
  roots.forEach(visit);
  return [...counts.keys()].filter((node) => node.recursive || (shareable.has(node.kind) && counts.get(node) > 1));
}
