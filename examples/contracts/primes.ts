// The contract of the worker pool: pool_worker.cpp and python/worker.py serve it, pool_client.cpp and
// python/client.py call it.
import { defineContract, defineMethod, defineNotification } from '@clamator/protocol';
import { z } from 'zod';

export const primesContract = defineContract({
  service: 'primes',
  methods: {
    // The numbers from `from` on, up to but without `to`.
    count: defineMethod({
      params: z.object({ from: z.number().int().min(0), to: z.number().int().max(10_000_000) }),
      result: z.object({ count: z.number().int(), worker: z.string().describe('who counted them') }),
    }),
    factor: defineMethod({
      params: z.object({ number: z.number().int() }),
      result: z.object({ factor: z.number().int().describe('the smallest above 1'), worker: z.string() }),
    }),
    note: defineNotification({ params: z.object({ text: z.string() }) }),
  },
});
