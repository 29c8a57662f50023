// Made by clamator-codegen from scalars.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { scalarsContract as contract } from './contracts';

type Contract = typeof contract;

export interface ScalarsService {
  read(params: HandlerParams<Contract, 'read'>):
    HandlerResult<Contract, 'read'> | Promise<HandlerResult<Contract, 'read'>>;
  count(params: HandlerParams<Contract, 'count'>):
    HandlerResult<Contract, 'count'> | Promise<HandlerResult<Contract, 'count'>>;
  isReady(params: HandlerParams<Contract, 'isReady'>):
    HandlerResult<Contract, 'isReady'> | Promise<HandlerResult<Contract, 'isReady'>>;
  describe(params: HandlerParams<Contract, 'describe'>):
    HandlerResult<Contract, 'describe'> | Promise<HandlerResult<Contract, 'describe'>>;
  clear(params: HandlerParams<Contract, 'clear'>):
    HandlerResult<Contract, 'clear'> | Promise<HandlerResult<Contract, 'clear'>>;
}

export class ScalarsClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async read(
    params: CallParams<Contract, 'read'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'read'>> {
    const answer = await this.#client.call('scalars', 'read', params, options);
    return contract.methods.read.result.parse(answer);
  }

  async count(
    params: CallParams<Contract, 'count'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'count'>> {
    const answer = await this.#client.call('scalars', 'count', params, options);
    return contract.methods.count.result.parse(answer);
  }

  async isReady(
    params: CallParams<Contract, 'isReady'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'isReady'>> {
    const answer = await this.#client.call('scalars', 'isReady', params, options);
    return contract.methods.isReady.result.parse(answer);
  }

  async describe(
    params: CallParams<Contract, 'describe'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'describe'>> {
    const answer = await this.#client.call('scalars', 'describe', params, options);
    return contract.methods.describe.result.parse(answer);
  }

  async clear(
    params: CallParams<Contract, 'clear'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'clear'>> {
    const answer = await this.#client.call('scalars', 'clear', params, options);
    return contract.methods.clear.result.parse(answer);
  }
}
