import { defineContract, defineMethod } from '@clamator/protocol';
import { z } from 'zod';

const lengths = z.object({
  title: z.string().min(1).max(80),
  code: z.string().length(4),
  note: z.string().nonempty(),
  strictest: z.string().min(2).min(5).max(20).max(10),
});

const patterns = z.object({
  sku: z.string().regex(/^[A-Z]{3}-\d{4}$/),
  word: z.string().regex(/^[a-z]+$/i),
  url: z.string().startsWith('https://').endsWith('.json').includes('v1.0'),
});

const formats = z.object({
  email: z.string().email(),
  homepage: z.string().url(),
  mood: z.string().emoji(),
  id: z.string().uuid(),
  nanoid: z.string().nanoid(),
  cuid: z.string().cuid(),
  cuid2: z.string().cuid2(),
  ulid: z.string().ulid(),
  base64: z.string().base64(),
  base64url: z.string().base64url(),
  token: z.string().jwt(),
  tokenHs256: z.string().jwt({ alg: 'HS256' }),
  address: z.string().ip(),
  addressV4: z.string().ip({ version: 'v4' }),
  network: z.string().cidr(),
  networkV6: z.string().cidr({ version: 'v6' }),
});

const times = z.object({
  day: z.string().date(),
  time: z.string().time(),
  timeToMillisecond: z.string().time({ precision: 3 }),
  at: z.string().datetime(),
  atWithOffset: z.string().datetime({ offset: true }),
  atLocal: z.string().datetime({ local: true }),
  atToSecond: z.string().datetime({ precision: 0 }),
  takes: z.string().duration(),
});

export const stringsContract = defineContract({
  service: 'strings',
  methods: {
    measure: defineMethod({ params: lengths, result: z.string().min(1) }),
    match: defineMethod({ params: patterns, result: z.string() }),
    format: defineMethod({ params: formats, result: z.string().email().max(254) }),
    schedule: defineMethod({ params: times, result: z.string().datetime({ offset: true, precision: 3 }) }),
    piped: defineMethod({ params: z.object({ text: z.string().min(3).pipe(z.string().email()) }), result: z.string() }),
  },
});
