import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

interface Category {
  name: string;
  children: Category[];
}
export const categorySchema: z.ZodType<Category> = z.lazy(() =>
  z.object({ name: z.string(), children: z.array(categorySchema) }),
);

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(jsonSchema), z.record(jsonSchema)]),
);

const linkedList = z.object({
  value: z.number(),
  get next() {
    return z.lazy((): z.ZodTypeAny => linkedList).optional();
  },
});

type Nested = Nested[];
export const nestedLists: z.ZodType<Nested> = z.lazy(() => z.array(nestedLists));

const folder: z.ZodTypeAny = z.object({ kind: z.literal('folder'), entries: z.array(z.lazy(() => entry)) });
const file = z.object({ kind: z.literal('file'), size: z.number().int() });
export const entry = z.union([folder, file]);

const forward = z.object({ later: z.lazy(() => z.string().min(1)) });

export const recursiveContract = defineContract({
  service: 'recursive',
  methods: {
    tree: defineMethod({ params: z.object({ root: categorySchema }), result: categorySchema }),
    store: defineMethod({ params: z.object({ value: jsonSchema, before: jsonSchema.optional() }), result: jsonSchema }),
    sum: defineMethod({ params: linkedList, result: z.number() }),
    flatten: defineMethod({ params: z.object({ lists: nestedLists }), result: nestedLists }),
    list: defineMethod({ params: z.object({ path: z.string() }), result: entry }),
    forward: defineMethod({ params: forward, result: z.object({}) }),
  },
});
