import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const reading = z.object({
  label: z.string(),
  value: z.number(),
  valid: z.boolean(),
  nothing: z.null(),
  version: z.literal(2),
  source: z.literal('sensor'),
  calibrated: z.literal(true),
  nullLiteral: z.literal(null),
  raw: z.any(),
  extra: z.unknown(),
}).describe('One reading of a sensor');

export const scalarsContract = defineContract({
  service: 'scalars',
  methods: {
    read: defineMethod({ params: z.object({ sensor: z.string().describe('The name on its label') }), result: reading }),
    count: defineMethod({ params: z.object({}), result: z.number().int() }),
    isReady: defineMethod({ params: z.object({}), result: z.boolean() }),
    describe: defineMethod({ params: z.object({}), result: z.string() }),
    clear: defineMethod({ params: z.object({}), result: z.null() }),
  },
});
