import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'preprocess',
  methods: {
    send: defineMethod({ params: z.object({ size: z.preprocess(Number, z.number()) }), result: z.object({}) }),
  },
});
