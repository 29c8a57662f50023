// Made by clamator-codegen from wrappers.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { wrappersContract as contract } from './contracts';

type Contract = typeof contract;

export interface WrappersService {
  wrap(params: HandlerParams<Contract, 'wrap'>):
    HandlerResult<Contract, 'wrap'> | Promise<HandlerResult<Contract, 'wrap'>>;
  find(params: HandlerParams<Contract, 'find'>):
    HandlerResult<Contract, 'find'> | Promise<HandlerResult<Contract, 'find'>>;
}

export class WrappersClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async wrap(
    params: CallParams<Contract, 'wrap'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'wrap'>> {
    const answer = await this.#client.call('wrappers', 'wrap', params, options);
    return contract.methods.wrap.result.parse(answer);
  }

  async find(
    params: CallParams<Contract, 'find'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'find'>> {
    const answer = await this.#client.call('wrappers', 'find', params, options);
    return contract.methods.find.result.parse(answer);
  }
}
