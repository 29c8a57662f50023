import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'date',
  methods: {
    send: defineMethod({ params: z.object({ items: z.array(z.object({ when: z.date() })) }), result: z.object({}) }),
  },
});
