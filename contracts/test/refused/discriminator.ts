import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'discriminator',
  methods: {
    send: defineMethod({ params: z.object({ shape: z.discriminatedUnion('kind', [z.object({ kind: z.literal('a').optional() }), z.object({ kind: z.literal('b') })]) }), result: z.object({}) }),
  },
});
