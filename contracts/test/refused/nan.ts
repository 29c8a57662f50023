import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'nan',
  methods: {
    send: defineMethod({ params: z.object({ nothing: z.nan() }), result: z.object({}) }),
  },
});
