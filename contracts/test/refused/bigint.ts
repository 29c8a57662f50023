import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'bigint',
  methods: {
    send: defineMethod({ params: z.object({ total: z.bigint() }), result: z.object({}) }),
  },
});
