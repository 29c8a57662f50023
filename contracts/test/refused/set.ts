import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'set',
  methods: {
    send: defineMethod({ params: z.object({ tags: z.set(z.string()) }), result: z.object({}) }),
  },
});
