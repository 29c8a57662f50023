import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'same',
  methods: {
    send: defineMethod({ params: z.object({ a: z.string() }), result: z.object({}) }),
  },
});

export const second = defineContract({ service: 'same', methods: {} });
