import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'includes-position',
  methods: {
    send: defineMethod({ params: z.object({ path: z.string().includes('/', { position: 1 }) }), result: z.object({}) }),
  },
});
