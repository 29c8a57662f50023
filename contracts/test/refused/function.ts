import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'function',
  methods: {
    send: defineMethod({ params: z.object({ callback: z.function() }), result: z.object({}) }),
  },
});
