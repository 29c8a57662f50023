import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'never',
  methods: {
    send: defineMethod({ params: z.object({ nothing: z.never() }), result: z.object({}) }),
  },
});
