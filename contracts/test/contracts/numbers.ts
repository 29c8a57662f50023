import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const bounds = z.object({
  percent: z.number().min(0).max(100),
  above: z.number().gt(0),
  below: z.number().lt(1),
  between: z.number().gt(-1.5).lte(1.5),
  positive: z.number().positive(),
  negative: z.number().negative(),
  nonnegative: z.number().nonnegative(),
  nonpositive: z.number().nonpositive(),
  finite: z.number().finite(),
  safe: z.number().safe(),
  strictest: z.number().min(1).gt(1).max(10).max(8),
});

const steps = z.object({
  count: z.number().int(),
  port: z.number().int().min(1).max(65535),
  even: z.number().multipleOf(2),
  cents: z.number().multipleOf(0.01),
  sixes: z.number().int().multipleOf(2).multipleOf(3),
});

export const numbersContract = defineContract({
  service: 'numbers',
  methods: {
    bound: defineMethod({ params: bounds, result: z.number().nonnegative() }),
    step: defineMethod({ params: steps, result: z.number().int().positive() }),
    piped: defineMethod({ params: z.object({ value: z.number().min(1).pipe(z.number().int().max(9)) }), result: z.number() }),
  },
});
