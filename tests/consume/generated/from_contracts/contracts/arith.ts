import { defineContract, defineMethod, defineNotification } from '@clamator/protocol';
import { z } from 'zod';
export const arithContract = defineContract({
  service: 'arith',
  methods: {
    add: defineMethod({ params: z.object({ a: z.number(), b: z.number() }), result: z.object({ sum: z.number() }) }),
    ping: defineNotification({ params: z.object({ tag: z.string().optional() }) }),
  },
});
