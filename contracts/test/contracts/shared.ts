import { defineContract, defineMethod, defineNotification } from '@clamator/protocol';
import { z } from 'zod';
import { addressSchema, countrySchema } from './addresses';

const line = z.object({ sku: z.string(), count: z.number().int().positive() });
export const paymentSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('card'), last4: z.string().length(4) }),
  z.object({ by: z.literal('invoice'), to: addressSchema }),
]);
export const periodSchema = z
  .object({ from: z.number(), to: z.number() })
  .refine((period) => period.from <= period.to);

const order = z.object({
  id: z.string(),
  lines: z.array(line),
  shipTo: addressSchema,
  billTo: addressSchema.nullable(),
  payment: paymentSchema,
  delivery: periodSchema.optional(),
});

export const sharedContract = defineContract({
  service: 'shared',
  methods: {
    placeOrder: defineMethod({ params: order.omit({ id: true }), result: order }),
    changeLine: defineMethod({ params: z.object({ id: z.string(), line }), result: order }),
    pay: defineMethod({ params: z.object({ id: z.string(), payment: paymentSchema, refund: z.union([paymentSchema, z.string()]) }), result: z.object({ paid: z.boolean() }) }),
    shipsTo: defineMethod({ params: z.object({ country: countrySchema }), result: z.boolean() }),
    moved: defineNotification({ params: z.object({ from: addressSchema.describe('The old one'), to: addressSchema }) }),
  },
});
