import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const person = z.object({
  name: z.string(),
  address: z.object({ street: z.string(), city: z.object({ name: z.string(), zip: z.string() }) }),
});
const employee = person.extend({ company: z.string() });
const timestamps = z.object({ createdAt: z.string().datetime(), updatedAt: z.string().datetime() });

export const objectsContract = defineContract({
  service: 'objects',
  methods: {
    nest: defineMethod({ params: person, result: z.object({}) }),
    strip: defineMethod({ params: z.object({ a: z.string() }).strip(), result: z.object({ a: z.string() }).strip() }),
    strict: defineMethod({ params: z.object({ a: z.string() }).strict(), result: z.object({ a: z.string() }).strict() }),
    pass: defineMethod({ params: z.object({ a: z.string() }).passthrough(), result: z.object({ a: z.string() }).passthrough() }),
    catchAll: defineMethod({ params: z.object({ a: z.string() }).catchall(z.number()), result: z.object({}).catchall(z.string()) }),
    extend: defineMethod({ params: employee, result: employee.omit({ address: true }) }),
    merge: defineMethod({ params: person.merge(timestamps), result: timestamps.strict() }),
    pick: defineMethod({ params: employee.pick({ name: true, company: true }), result: z.object({ ok: z.boolean() }) }),
    partial: defineMethod({ params: employee.partial(), result: employee.partial({ company: true }) }),
    deepPartial: defineMethod({ params: person.deepPartial(), result: person.partial().required() }),
    intersect: defineMethod({ params: z.object({ id: z.string() }).and(timestamps), result: z.intersection(z.object({ id: z.string() }).passthrough(), z.object({ n: z.number() })) }),
  },
});
