import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'symbol',
  methods: {
    send: defineMethod({ params: z.object({ id: z.symbol() }), result: z.object({}) }),
  },
});
