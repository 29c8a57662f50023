import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'default-varies',
  methods: {
    send: defineMethod({ params: z.object({ id: z.string().default(() => crypto.randomUUID()) }), result: z.object({}) }),
  },
});
