import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const arrays = z.object({
  names: z.array(z.string()),
  nonempty: z.array(z.number()).nonempty(),
  few: z.array(z.boolean()).min(1).max(3),
  three: z.array(z.number()).length(3),
  matrix: z.array(z.array(z.number())),
  lines: z.array(z.object({ sku: z.string(), count: z.number().int() })),
  gaps: z.array(z.string().nullable()),
});

const tuples = z.object({
  point: z.tuple([z.number(), z.number()]),
  named: z.tuple([z.string(), z.object({ weight: z.number() })]),
  command: z.tuple([z.string()]).rest(z.number()),
  none: z.tuple([]),
});

const records = z.object({
  counts: z.record(z.number()),
  byCode: z.record(z.string().regex(/^[a-z]{2}$/), z.string()),
  byColor: z.record(z.enum(['red', 'green']), z.number()),
  people: z.record(z.object({ name: z.string() })),
  anything: z.record(z.unknown()),
});

export const collectionsContract = defineContract({
  service: 'collections',
  methods: {
    arrays: defineMethod({ params: arrays, result: z.array(z.string()) }),
    tuples: defineMethod({ params: tuples, result: z.tuple([z.string(), z.number()]) }),
    records: defineMethod({ params: records, result: z.record(z.string()) }),
    recordParams: defineMethod({ params: z.record(z.number()), result: z.array(z.object({ key: z.string(), value: z.number() })) }),
  },
});
