import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const self: z.ZodTypeAny = z.lazy(() => self);

export const contract = defineContract({
  service: 'endless',
  methods: {
    send: defineMethod({ params: z.object({ self }), result: z.object({}) }),
  },
});
