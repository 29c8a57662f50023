import { z } from 'zod';

export const countrySchema = z.enum(['at', 'de', 'ch']);

export const addressSchema = z
  .object({ street: z.string(), zip: z.string().max(10), country: countrySchema })
  .describe('Where something is sent to');
