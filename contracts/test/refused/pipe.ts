import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'pipe',
  methods: {
    send: defineMethod({ params: z.object({ size: z.string().pipe(z.enum(["1", "2"])) }), result: z.object({}) }),
  },
});
