// From a contract to its document.
import { Context } from './convert/context.js';
import { convertElement } from './convert/convert.js';
import { Emitter } from './convert/emit.js';
import { exportedNames, nameNodes } from './convert/naming.js';
import { Place } from './convert/place.js';
import { isSchema } from './convert/schema.js';
import { nodesToName } from './convert/sharing.js';
import { schemaHash } from './hash.js';

const methodMark = Symbol.for('clamator.method');

/**
 * @param {import('./exports.js').FoundContract} found
 * @param {{ target: string, zods: any[] }} options
 * @param {import('./problems.js').Problems} problems
 * @returns {object | undefined} nothing if something was refused
 */
export function documentOf(found, { target, zods }, problems) {
  const { contract, source, display } = found;
  const refusedBefore = problems.errors.length;
  const { service } = contract;
  if (typeof service !== 'string' || !/^[a-z][a-z0-9-]*$/.test(service)) {
    problems.error(
      display,
      `service ${JSON.stringify(service)} of ${found.exportName}: a service is named in lower-case letters, ` +
        'digits and hyphens, a letter first; rename it',
    );
    return undefined;
  }
  let method = '';
  const context = new Context(
    zods,
    (at, message) => problems.error(display, `${service}.${method} ${at.path}: ${message}`),
    (at, message) => problems.warning(display, `${service}.${method} ${at.path}: ${message}`),
  );
  const methods = [];
  for (const [name, entry] of Object.entries(contract.methods ?? {})) {
    method = name;
    const refuse = (message) => problems.error(display, `${service}.${name}: ${message}`);
    try {
      methods.push(convertMethod(name, entry, context, refuse));
    } catch (error) {
      // The getter of a z.lazy() and the function of a .default() are the contract's own code.
      refuse(`its schemas cannot be read: ${error.message}; let no z.lazy() and no .default() throw`);
    }
  }
  if (problems.errors.length > refusedBefore) return undefined;

  const roots = methods.flatMap(({ params, result }) => (result ? [params, result] : [params]));
  const names = nameNodes(nodesToName(roots), exportedNames(found.namingModules, context));
  const emitter = new Emitter(names);
  const types = [...names].map(([node, name]) => ({ name, type: emitter.type(node) }));
  types.sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    clamatorContracts: 1,
    service,
    export: found.exportName,
    source,
    target,
    methods: methods.map((converted) => methodOf(converted, emitter, target)),
    ...(types.length > 0 && { types }),
  };
}

function methodOf({ name, entry, params, result }, emitter, target) {
  return {
    name,
    params: emitter.element(params),
    ...(result && { result: emitter.element(result) }),
    hashes: {
      params: schemaHash(entry.params, target),
      ...(result && { result: schemaHash(entry.result, target) }),
    },
  };
}

function convertMethod(name, entry, context, refuse) {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
    refuse(
      'a method is named in letters and digits, a lower-case letter first, and peers refuse others; ' +
        'rename it, such as getAll for get-all',
    );
    return undefined;
  }
  if (!entry?.[methodMark]) {
    refuse('is not made by defineMethod() or defineNotification(); call one of them');
    return undefined;
  }
  const paramsPlace = Place.of(name, 'params');
  const params = convertElement(entry.params, paramsPlace, context);
  refuseScalarParams(params, entry.params, paramsPlace, context);
  if (entry.kind === 'notification') return { name, entry, params };
  if (entry.result === undefined) {
    refuse('a method has a result; give it one, or use defineNotification()');
    return undefined;
  }
  return { name, entry, params, result: convertElement(entry.result, Place.of(name, 'result'), context) };
}

const notParams = new Set(['string', 'number', 'boolean', 'null', 'literal', 'enum', 'array', 'tuple']);

function refuseScalarParams({ node }, schema, at, context) {
  if (isSchema(schema) && notParams.has(node.kind)) {
    context.refuse(at, `params are an object on the wire, not ${node.kind}; use z.object() with a field for it`);
  }
}
