import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'catch',
  methods: {
    send: defineMethod({ params: z.object({ size: z.number().catch(0) }), result: z.object({}) }),
  },
});
