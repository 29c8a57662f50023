import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'record-keys',
  methods: {
    send: defineMethod({ params: z.object({ byNumber: z.record(z.number(), z.string()) }), result: z.object({}) }),
  },
});
