import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'Bad_Name',
  methods: {
    send: defineMethod({ params: z.object({ a: z.string() }), result: z.object({}) }),
  },
});
