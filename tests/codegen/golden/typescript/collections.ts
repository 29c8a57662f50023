// Made by clamator-codegen from collections.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { collectionsContract as contract } from './contracts';

type Contract = typeof contract;

export interface CollectionsService {
  arrays(params: HandlerParams<Contract, 'arrays'>):
    HandlerResult<Contract, 'arrays'> | Promise<HandlerResult<Contract, 'arrays'>>;
  tuples(params: HandlerParams<Contract, 'tuples'>):
    HandlerResult<Contract, 'tuples'> | Promise<HandlerResult<Contract, 'tuples'>>;
  records(params: HandlerParams<Contract, 'records'>):
    HandlerResult<Contract, 'records'> | Promise<HandlerResult<Contract, 'records'>>;
  recordParams(params: HandlerParams<Contract, 'recordParams'>):
    HandlerResult<Contract, 'recordParams'> | Promise<HandlerResult<Contract, 'recordParams'>>;
}

export class CollectionsClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async arrays(
    params: CallParams<Contract, 'arrays'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'arrays'>> {
    const answer = await this.#client.call('collections', 'arrays', params, options);
    return contract.methods.arrays.result.parse(answer);
  }

  async tuples(
    params: CallParams<Contract, 'tuples'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'tuples'>> {
    const answer = await this.#client.call('collections', 'tuples', params, options);
    return contract.methods.tuples.result.parse(answer);
  }

  async records(
    params: CallParams<Contract, 'records'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'records'>> {
    const answer = await this.#client.call('collections', 'records', params, options);
    return contract.methods.records.result.parse(answer);
  }

  async recordParams(
    params: CallParams<Contract, 'recordParams'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'recordParams'>> {
    const answer = await this.#client.call('collections', 'recordParams', params, options);
    return contract.methods.recordParams.result.parse(answer);
  }
}
