import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'promise',
  methods: {
    send: defineMethod({ params: z.object({ later: z.promise(z.string()) }), result: z.object({}) }),
  },
});
