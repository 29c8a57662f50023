import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'not-a-schema',
  methods: {
    send: defineMethod({ params: z.object({ name: 'text' as never, zip: undefined as never }), result: z.object({}) }),
  },
});
