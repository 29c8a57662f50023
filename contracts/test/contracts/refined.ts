import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const password = z.string().min(8).refine((text) => /\d/.test(text), 'needs a digit');

const range = z
  .object({ low: z.number(), high: z.number() })
  .superRefine(({ low, high }, context) => {
    if (low > high) context.addIssue({ code: 'custom', message: 'low is above high' });
  });

export const refinedContract = defineContract({
  service: 'refined',
  methods: {
    check: defineMethod({
      params: z.object({
        password,
        range,
        optional: z.number().optional().refine((n) => n !== 13),
        both: z.array(z.number()).refine((list) => list.length % 2 === 0).superRefine(() => {}),
        anything: z.any().refine((value) => value !== undefined),
      }),
      result: z.object({ ok: z.boolean() }).refine(({ ok }) => ok),
    }),
  },
});
