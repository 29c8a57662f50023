// The contract that several examples share.
import { defineContract, defineMethod, defineNotification } from '@clamator/protocol';
import { z } from 'zod';

export const arithContract = defineContract({
  service: 'arith',
  methods: {
    add: defineMethod({
      params: z.object({ a: z.number().int(), b: z.number().int() }),
      result: z.object({ sum: z.number().int() }),
    }),
    divide: defineMethod({
      params: z.object({ dividend: z.number().int(), divisor: z.number().int() }),
      result: z.object({ quotient: z.number().int(), remainder: z.number().int() }),
    }),
    note: defineNotification({ params: z.object({ text: z.string().min(1) }) }),
  },
});
