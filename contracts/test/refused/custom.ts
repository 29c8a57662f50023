import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'custom',
  methods: {
    send: defineMethod({ params: z.object({ id: z.custom<`px${string}`>((value) => /^px/.test(String(value))), url: z.instanceof(URL) }), result: z.object({}) }),
  },
});
