import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const userId = z.string().uuid().brand<'UserId'>();

export const wrappersContract = defineContract({
  service: 'wrappers',
  methods: {
    wrap: defineMethod({
      params: z.object({
        optional: z.string().optional(),
        nullable: z.string().nullable(),
        nullish: z.string().nullish(),
        withDefault: z.number().default(10),
        defaultText: z.string().default('none'),
        defaultList: z.array(z.string()).default(['a', 'b']),
        defaultObject: z.object({ retries: z.number().int().default(3), verbose: z.boolean().default(false) }).default({}),
        defaultNull: z.string().nullable().default(null),
        nullableDefault: z.number().default(1).nullable(),
        optionalDefault: z.number().default(1).optional(),
        defaultOptional: z.number().optional().default(2),
        nullableOptional: z.string().optional().nullable(),
        branded: userId,
        brandedOptional: userId.optional(),
        readonly: z.array(z.number()).readonly(),
        unwrapped: z.string().optional().unwrap(),
        described: z.string().describe('What it is').optional(),
        describedOutside: z.string().optional().describe('What it is here'),
      }),
      result: z.object({ id: userId, tags: z.array(z.string()).readonly().nullish() }).readonly(),
    }),
    find: defineMethod({ params: z.object({ id: userId }), result: z.object({ name: z.string() }).nullable() }),
  },
});
