import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'transform',
  methods: {
    send: defineMethod({ params: z.object({ size: z.string().transform((text) => text.length) }), result: z.object({}) }),
  },
});
