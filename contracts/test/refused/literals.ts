import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'literals',
  methods: {
    send: defineMethod({ params: z.object({ a: z.literal(1n), b: z.literal(undefined), c: z.literal(Symbol.iterator), d: z.literal(Infinity) }), result: z.object({}) }),
  },
});
