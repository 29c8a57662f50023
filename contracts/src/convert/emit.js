// Writes nodes as a document has them: keys in their order, what is empty left out, names in the place of shared nodes.

export class Emitter {
  /** @param {Map<any, string>} names of the nodes that are types */
  constructor(names) {
    this.names = names;
  }

  /** What stands where JSON always has a value. @param {import('./convert.js').Use} use */
  element(use) {
    return this.#use({ ...use, presence: undefined });
  }

  /** @param {import('./convert.js').Use} use */
  field(use) {
    return this.#use(use);
  }

  /** The type itself, for the list of types. */
  type(node) {
    return this.#node(node, []);
  }

  #use(use) {
    const name = this.names.get(use.node);
    let result = name === undefined ? this.#node(use.node, use.refined) : remarked({ kind: 'ref', name }, use.refined);
    // null is among these already.
    if (use.nullable && !['null', 'any'].includes(use.node.kind)) result = { kind: 'nullable', type: result };
    if (use.presence) result = { kind: use.presence.kind, type: result, ...valueOf(use.presence) };
    return use.description ? described(result, use.description) : result;
  }

  #node(node, refined) {
    const { kind, ...members } = this.#members(node);
    const absorbed = kind === 'union' ? this.#flat(node).refined : [];
    return remarked({ kind, ...(node.description && { description: node.description }), ...members }, [
      ...(node.refined ?? []), ...absorbed, ...refined,
    ]);
  }

  #members(node) {
    switch (node.kind) {
      case 'string':
        return stringMembers(node);
      case 'number':
        return numberMembers(node);
      case 'literal':
        return { kind: 'literal', value: node.value };
      case 'enum':
        return { kind: 'enum', members: node.members };
      case 'array':
        return {
          kind: 'array',
          items: this.element(node.items),
          ...(node.minItems > 0 && { minItems: node.minItems }),
          ...(node.maxItems < Infinity && { maxItems: node.maxItems }),
        };
      case 'tuple':
        return {
          kind: 'tuple',
          items: node.items.map((item) => this.element(item)),
          ...(node.rest && { rest: this.element(node.rest) }),
        };
      case 'record':
        return { kind: 'record', ...this.#keys(node.keys), values: this.element(node.values) };
      case 'union':
        return {
          kind: 'union',
          ...(node.tag !== undefined && { tag: node.tag }),
          options: this.#flat(node).options.map((option) => this.element(option)),
        };
      case 'object':
        return {
          kind: 'object',
          unknown: node.unknown,
          ...(node.rest && { rest: this.element(node.rest) }),
          fields: node.fields.map(({ name, type }) => ({ name, type: this.field(type) })),
        };
      default:
        return { kind: node.kind };
    }
  }

  #keys(use) {
    const keys = this.element(use);
    return keys.kind === 'string' && Object.keys(keys).length === 1 ? {} : { keys };
  }

  /** A union within a union only adds its options, unless it has a name or a tag. */
  #flat(node) {
    if (node.tag !== undefined) return { options: node.options, refined: [] };
    const options = [];
    const refined = [];
    for (const option of node.options) {
      const inner = option.node;
      if (inner.kind !== 'union' || inner.tag !== undefined || this.names.has(inner)) {
        options.push(option);
        continue;
      }
      const flat = this.#flat(inner);
      options.push(...flat.options);
      refined.push(...option.refined, ...(inner.refined ?? []), ...flat.refined);
    }
    return { options, refined };
  }
}

function valueOf(presence) {
  return presence.kind === 'default' ? { value: presence.value } : {};
}

function described({ kind, description: _replaced, ...members }, description) {
  return { kind, description, ...members };
}

function remarked({ kind, description, ...members }, refined) {
  return {
    kind,
    ...(description && { description }),
    ...(refined.length > 0 && { refined: [...new Set(refined)] }),
    ...members,
  };
}

function stringMembers({ minLength, maxLength, patterns, formats }) {
  return {
    kind: 'string',
    ...(minLength > 0 && { minLength }),
    ...(maxLength < Infinity && { maxLength }),
    ...(patterns.length > 0 && { patterns }),
    ...(formats.length > 0 && { formats }),
  };
}

function numberMembers({ integer, lower, upper, multipleOf }) {
  return {
    kind: 'number',
    ...(integer && { integer }),
    ...(lower && { [lower.inclusive ? 'minimum' : 'exclusiveMinimum']: lower.value }),
    ...(upper && { [upper.inclusive ? 'maximum' : 'exclusiveMaximum']: upper.value }),
    ...(multipleOf.length > 0 && { multipleOf }),
  };
}
