import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'default-refused',
  methods: {
    send: defineMethod({ params: z.object({ port: z.number().int().max(65535).default(70000) }), result: z.object({}) }),
  },
});
