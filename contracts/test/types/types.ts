// What the types of '@clamator/protocol' infer; tsc is the test, and a line that has to be an error says so.
import {
  type CallParams, type CallResult, type ClamatorClient, type HandlerParams, type HandlerResult, type ServiceClient,
  type ServiceHandlers, defineContract, defineMethod, defineNotification,
} from '@clamator/protocol';
import { z } from 'zod';

const contract = defineContract({
  service: 'arith',
  methods: {
    add: defineMethod({
      params: z.object({ a: z.number(), b: z.number().default(1) }),
      result: z.object({ sum: z.number(), note: z.string().default('') }),
    }),
    ping: defineNotification({ params: z.object({ tag: z.string().optional() }) }),
  },
});
type Arith = typeof contract;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isTrue = <T extends true>(..._proof: T[]) => {};

isTrue<Same<Arith['service'], 'arith'>>();
isTrue<Same<CallParams<Arith, 'add'>, { a: number; b?: number | undefined }>>();
isTrue<Same<HandlerParams<Arith, 'add'>, { a: number; b: number }>>();
isTrue<Same<CallResult<Arith, 'add'>, { sum: number; note: string }>>();
isTrue<Same<HandlerResult<Arith, 'add'>, { sum: number; note?: string | undefined }>>();
isTrue<Same<CallParams<Arith, 'ping'>, { tag?: string | undefined }>>();
isTrue<Same<CallResult<Arith, 'ping'>, void>>();
// @ts-expect-error not the same
isTrue<Same<CallParams<Arith, 'add'>, { a: string }>>();

export class ArithClient implements ServiceClient<Arith> {
  constructor(private readonly client: ClamatorClient) {}

  async add(params: CallParams<Arith, 'add'>, options?: { timeout?: number }): Promise<CallResult<Arith, 'add'>> {
    return contract.methods.add.result.parse(await this.client.call(contract.service, 'add', params, options));
  }

  async ping(params: CallParams<Arith, 'ping'>): Promise<void> {
    await this.client.notify(contract.service, 'ping', params);
  }
}

export const handlers: ServiceHandlers<Arith> = {
  add: ({ a, b }) => ({ sum: a + b }),
  ping: async ({ tag }) => void tag?.length,
};

// @ts-expect-error a handler is missing
export const incomplete: ServiceHandlers<Arith> = { add: () => ({ sum: 1 }) };
// @ts-expect-error the result is a number
export const wrong: ServiceHandlers<Arith> = { add: () => ({ sum: '1' }), ping: () => {} };
// @ts-expect-error a method has a result
defineMethod({ params: z.object({}) });
// @ts-expect-error params are a schema
defineNotification({ params: {} });

export async function call(client: ServiceClient<Arith>): Promise<number> {
  await client.ping({});
  // @ts-expect-error a is a number
  await client.add({ a: '1' });
  return (await client.add({ a: 1 })).sum;
}
