import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const later: Record<string, { item: z.ZodTypeAny }> = {};

export const contract = defineContract({
  service: 'lazy-throws',
  methods: {
    send: defineMethod({ params: z.object({ a: z.lazy(() => later.schemas.item) }), result: z.object({}) }),
  },
});
