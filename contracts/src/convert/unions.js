// z.union() and z.discriminatedUnion().
import { convertOption } from './convert.js';
import { mergedEnum } from './enums.js';

export function convertUnion(schema, at, context, self) {
  const uses = schema._def.options.map((option, index) => convertOption(option, at.option(index), context));
  if (uses.some((use) => use.node === self)) {
    context.refuse(at, 'a union that is an option of itself never ends; put the recursion into a field or an array');
    return { kind: 'any' };
  }
  const refined = uses.flatMap((use) => (use.node.kind === 'null' ? use.refined : []));
  const options = uses.filter((use) => use.node.kind !== 'null').map((use) => ({ ...use, nullable: false }));
  const merged = mergedEnum(options.map((use) => use.node));
  if (merged) return { ...merged, refined: [...refined, ...options.flatMap((use) => use.refined)] };
  return { kind: 'union', tag: undefined, options, refined };
}

export function convertDiscriminatedUnion(schema, at, context) {
  const { discriminator, options } = schema._def;
  const uses = options.map((option, index) => {
    const place = at.option(tagOf(option, discriminator) ?? index);
    const use = convertOption(option, place, context);
    checkTag(use, discriminator, place, context);
    return use;
  });
  return { kind: 'union', tag: discriminator, options: uses };
}

function tagOf(option, discriminator) {
  const value = option?._def?.shape?.()[discriminator]?._def?.value;
  return typeof value === 'string' ? value : undefined;
}

function checkTag(use, discriminator, at, context) {
  const tag = use.node.fields?.find((field) => field.name === discriminator)?.type;
  if (!tag) return;
  const plain = !tag.presence && !tag.nullable && ['literal', 'enum'].includes(tag.node.kind);
  if (plain) return;
  context.refuse(at.field(discriminator), 'a discriminator is a z.literal() or a z.enum(), always there; make it one');
}
