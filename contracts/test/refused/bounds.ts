import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'bounds',
  methods: {
    send: defineMethod({ params: z.object({ text: z.string().min(3).max(2), list: z.array(z.string()).min(3).max(2), size: z.number().gt(1).max(1), step: z.number().multipleOf(0) }), result: z.object({}) }),
  },
});
