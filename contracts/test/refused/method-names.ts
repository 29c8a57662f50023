import { defineContract, defineMethod, defineNotification } from '@clamator/protocol';
import { z } from 'zod';

export const contract = defineContract({
  service: 'method-names',
  methods: {
    'get-all': defineMethod({ params: z.object({}), result: z.object({}) }),
    Ping: defineNotification({ params: z.object({}) }),
  },
});
