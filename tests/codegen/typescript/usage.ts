// What a user writes over the generated arith.ts. Compiling is the test: each mistake that is marked must be one.
import type { CallOptions, ClamatorClient } from '@clamator/protocol';
import { ArithClient, type ArithService } from './arith';

class Arith implements ArithService {
  async add({ a, b }: { a: number; b: number }) {
    return { sum: a + b };
  }
  ping(params: { tag?: string | undefined }) {
    void params.tag?.length;
  }
}

// @ts-expect-error: ping is missing
class Half implements ArithService {
  add() {
    return { sum: 1 };
  }
}

class Wrong implements ArithService {
  // @ts-expect-error: the sum is a number
  add() {
    return { sum: 'three' };
  }
  ping() {}
}

export async function use(transport: ClamatorClient, options: CallOptions): Promise<number> {
  const client = new ArithClient(transport);
  await client.ping({});
  // @ts-expect-error: b is missing
  await client.add({ a: 1 });
  // @ts-expect-error: a is a number
  await client.add({ a: '1', b: 2 });
  const { sum } = await client.add({ a: 1, b: 2 }, options);
  // @ts-expect-error: there is no such field
  void (await client.add({ a: 1, b: 2 })).total;
  return sum + new Arith().add.length + new Half().add.length + new Wrong().add.length;
}
