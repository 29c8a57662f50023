import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'default-not-json',
  methods: {
    send: defineMethod({ params: z.object({ when: z.any().default(new Date(0)) }), result: z.object({}) }),
  },
});
