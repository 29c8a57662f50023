import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod/v4';

export const contract = defineContract({
  service: 'zod4',
  methods: {
    send: defineMethod({ params: z.object({ a: z.string() }), result: z.object({}) }),
  },
});
