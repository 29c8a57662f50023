import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'methods',
  methods: {
    byHand: { params: z.object({}) } as never,
    noResult: defineMethod({ params: z.object({}), result: undefined as never }),
    scalar: defineMethod({ params: z.string(), result: z.object({}) }),
  },
});
