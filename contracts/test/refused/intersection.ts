import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'intersection',
  methods: {
    send: defineMethod({ params: z.object({ both: z.object({ id: z.string() }).and(z.object({ id: z.string().min(1) })), strict: z.object({ a: z.string() }).strict().and(z.object({ b: z.string() })), scalar: z.string().and(z.string().min(1)) }), result: z.object({}) }),
  },
});
