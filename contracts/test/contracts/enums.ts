import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

enum Level {
  Low = 1,
  Middle,
  High,
}

enum Color {
  Red = 'red',
  DarkBlue = 'dark-blue',
}

const unit = { Metre: 'm', Second: 's' } as const;

export const enumsContract = defineContract({
  service: 'enums',
  methods: {
    pick: defineMethod({
      params: z.object({
        size: z.enum(['small', 'large', 'extra-large']),
        level: z.nativeEnum(Level),
        color: z.nativeEnum(Color),
        unit: z.nativeEnum(unit),
        words: z.union([z.literal('yes'), z.literal('no')]),
        numbers: z.union([z.literal(1), z.literal(2), z.literal(5)]),
        mixed: z.union([z.literal('auto'), z.literal(0), z.literal(true)]),
        more: z.union([z.enum(['a', 'b']), z.literal('c'), z.null()]),
        without: z.enum(['x', 'y', 'z']).exclude(['y']),
      }),
      result: z.enum(['done', 'failed']),
    }),
  },
});
