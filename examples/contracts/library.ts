// A result that is one of several things, an enum, and a notification.
import { defineContract, defineMethod, defineNotification } from '@clamator/protocol';
import { z } from 'zod';

const bookId = z.string().uuid();

export const libraryContract = defineContract({
  service: 'library',
  methods: {
    lend: defineMethod({
      params: z.object({ bookId, days: z.number().int().min(1).max(60), note: z.string().optional() }),
      result: z.discriminatedUnion('status', [
        z.object({ status: z.literal('lent'), due: z.string().date() }),
        z.object({ status: z.literal('refused'), reason: z.enum(['reserved', 'not-found']) }),
      ]),
    }),
    returned: defineNotification({ params: z.object({ bookId }) }),
  },
});
