import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'map',
  methods: {
    send: defineMethod({ params: z.object({ byId: z.map(z.string(), z.number()) }), result: z.object({}) }),
  },
});
