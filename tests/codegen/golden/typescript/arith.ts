// Made by clamator-codegen from arith.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { arithContract as contract } from './contracts';

type Contract = typeof contract;

export interface ArithService {
  add(params: HandlerParams<Contract, 'add'>):
    HandlerResult<Contract, 'add'> | Promise<HandlerResult<Contract, 'add'>>;
  ping(params: HandlerParams<Contract, 'ping'>): void | Promise<void>;
}

export class ArithClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async add(
    params: CallParams<Contract, 'add'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'add'>> {
    const answer = await this.#client.call('arith', 'add', params, options);
    return contract.methods.add.result.parse(answer);
  }

  ping(params: CallParams<Contract, 'ping'>): Promise<void> {
    return this.#client.notify('arith', 'ping', params);
  }
}
