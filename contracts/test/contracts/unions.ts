import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const circle = z.object({ kind: z.literal('circle'), radius: z.number().positive() });
const square = z.object({ kind: z.literal('square'), side: z.number().positive() });
const shape = z.discriminatedUnion('kind', [circle, square]);

const outcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), area: z.number() }),
  z.object({ ok: z.literal(false), reason: z.enum(['not-found', 'conflict']) }),
]);

export const unionsContract = defineContract({
  service: 'unions',
  methods: {
    area: defineMethod({ params: z.object({ shape }), result: outcome }),
    draw: defineMethod({
      params: z.discriminatedUnion('op', [
        z.object({ op: z.literal('line'), to: z.tuple([z.number(), z.number()]) }),
        z.object({ op: z.enum(['fill', 'erase']), color: z.string() }),
      ]),
      result: z.null(),
    }),
    lookup: defineMethod({
      params: z.object({
        id: z.union([z.string(), z.number()]),
        orNull: z.union([z.string(), z.number(), z.null()]),
        onlyNullable: z.union([z.string(), z.null()]),
        nested: z.union([z.string(), z.union([z.number(), z.boolean().nullable()])]),
        maybe: z.union([z.string(), z.number()]).optional(),
        absent: z.union([z.string().optional(), z.number()]),
        either: z.string().or(z.array(z.string())),
      }),
      result: z.union([z.object({ found: z.string() }), z.object({ missing: z.boolean() })]),
    }),
  },
});
