// The messages of samples.hpp, as a contract: what is generated is measured beside what is described by hand.
import { defineContract, defineNotification } from '@clamator/protocol';
import { z } from 'zod';

const item = z
  .object({
    id: z.number().int(),
    title: z.string(),
    at: z.object({ x: z.number(), y: z.number() }).strict(),
    tags: z.array(z.string()),
    active: z.boolean(),
  })
  .strict();

export const messagesContract = defineContract({
  service: 'messages',
  methods: {
    job: defineNotification({
      params: z
        .object({
          process_id: z.number().int(),
          name: z.string(),
          ratio: z.number(),
          urgent: z.boolean(),
          note: z.string().optional(),
        })
        .strict(),
    }),
    items: defineNotification({ params: z.object({ items: z.array(item) }).strict() }),
  },
});
