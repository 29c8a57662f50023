import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'undefined',
  methods: {
    send: defineMethod({ params: z.object({ nothing: z.undefined() }), result: z.object({}) }),
  },
});
