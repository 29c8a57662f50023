import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'sticky',
  methods: {
    send: defineMethod({ params: z.object({ path: z.string().regex(/a/y) }), result: z.object({}) }),
  },
});
