// What server and client agree on.
import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const helloContract = defineContract({
  service: 'hello',
  methods: {
    greet: defineMethod({
      params: z.object({ name: z.string().min(1) }),
      result: z.object({ greeting: z.string() }),
    }),
  },
});
