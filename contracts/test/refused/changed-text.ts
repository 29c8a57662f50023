import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'changed-text',
  methods: {
    send: defineMethod({ params: z.object({ a: z.string().trim(), b: z.string().toLowerCase(), c: z.string().toUpperCase() }), result: z.object({}) }),
  },
});
