// Names of shared types: that of an export, or else that of the first place of use.
import { pascalCase } from './pascal_case.js';
import { isSchema, kindOf } from './schema.js';

/**
 * @param {any[]} nodes to name, in the order in which they are met
 * @param {Map<any, string>} exported what exports would call them
 * @returns {Map<any, string>}
 */
export function nameNodes(nodes, exported) {
  const names = new Map();
  const taken = new Set();
  const give = (node, name) => {
    names.set(node, name);
    taken.add(name);
  };
  for (const node of nodes) {
    const name = exported.get(node);
    if (name !== undefined && !taken.has(name)) give(node, name);
  }
  for (const node of nodes) {
    if (!names.has(node)) give(node, firstFree(node.place.words, taken));
  }
  return names;
}

function firstFree(words, taken) {
  let name = words;
  for (let number = 2; taken.has(name); ++number) name = words + number;
  return name;
}

/**
 * @param {Record<string, any>[]} modules the contract file's exports, then those of the files that it imports
 * @param {import('./context.js').Context} context
 * @returns {Map<any, string>} from a node to the name of what is exported
 */
export function exportedNames(modules, context) {
  const names = new Map();
  for (const layers of [ownCore, coreBehindChecks]) {
    for (const [name, value] of modules.flatMap((module) => Object.entries(module))) {
      const node = isSchema(value) ? context.nodes.get(layers(value, context)) : undefined;
      const typeName = typeNameOf(name);
      if (node && typeName && !names.has(node)) names.set(node, typeName);
    }
  }
  return names;
}

function typeNameOf(exportName) {
  if (exportName === 'default') return undefined;
  const name = pascalCase(exportName).replace(/(.)Schema$/, '$1');
  return /^[A-Z]/.test(name) ? name : undefined;
}

const ownCore = (schema) => schema;

/** Through what leaves the type as it is; `maybeAddress` is no name for an address. */
function coreBehindChecks(schema, context) {
  for (let layers = 0; layers < 100; ++layers) {
    const def = schema._def;
    const inner = {
      ZodBranded: () => def.type,
      ZodReadonly: () => def.innerType,
      ZodLazy: () => context.lazies.inner(schema),
      ZodEffects: () => def.schema,
    }[kindOf(schema)]?.();
    if (!isSchema(inner)) return schema;
    schema = inner;
  }
  return undefined;
}
