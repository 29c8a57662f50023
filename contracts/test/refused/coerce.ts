import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'coerce',
  methods: {
    send: defineMethod({ params: z.object({ size: z.coerce.number(), text: z.coerce.string(), on: z.coerce.boolean() }), result: z.object({}) }),
  },
});
