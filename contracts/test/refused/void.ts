import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'void',
  methods: { send: defineMethod({ params: z.object({}), result: z.void() }) },
});
