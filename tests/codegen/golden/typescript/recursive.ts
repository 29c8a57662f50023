// Made by clamator-codegen from recursive.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { recursiveContract as contract } from './contracts';

type Contract = typeof contract;

export interface RecursiveService {
  tree(params: HandlerParams<Contract, 'tree'>):
    HandlerResult<Contract, 'tree'> | Promise<HandlerResult<Contract, 'tree'>>;
  store(params: HandlerParams<Contract, 'store'>):
    HandlerResult<Contract, 'store'> | Promise<HandlerResult<Contract, 'store'>>;
  sum(params: HandlerParams<Contract, 'sum'>):
    HandlerResult<Contract, 'sum'> | Promise<HandlerResult<Contract, 'sum'>>;
  flatten(params: HandlerParams<Contract, 'flatten'>):
    HandlerResult<Contract, 'flatten'> | Promise<HandlerResult<Contract, 'flatten'>>;
  list(params: HandlerParams<Contract, 'list'>):
    HandlerResult<Contract, 'list'> | Promise<HandlerResult<Contract, 'list'>>;
  forward(params: HandlerParams<Contract, 'forward'>):
    HandlerResult<Contract, 'forward'> | Promise<HandlerResult<Contract, 'forward'>>;
}

export class RecursiveClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async tree(
    params: CallParams<Contract, 'tree'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'tree'>> {
    const answer = await this.#client.call('recursive', 'tree', params, options);
    return contract.methods.tree.result.parse(answer);
  }

  async store(
    params: CallParams<Contract, 'store'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'store'>> {
    const answer = await this.#client.call('recursive', 'store', params, options);
    return contract.methods.store.result.parse(answer);
  }

  async sum(
    params: CallParams<Contract, 'sum'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'sum'>> {
    const answer = await this.#client.call('recursive', 'sum', params, options);
    return contract.methods.sum.result.parse(answer);
  }

  async flatten(
    params: CallParams<Contract, 'flatten'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'flatten'>> {
    const answer = await this.#client.call('recursive', 'flatten', params, options);
    return contract.methods.flatten.result.parse(answer);
  }

  async list(
    params: CallParams<Contract, 'list'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'list'>> {
    const answer = await this.#client.call('recursive', 'list', params, options);
    return contract.methods.list.result.parse(answer);
  }

  async forward(
    params: CallParams<Contract, 'forward'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'forward'>> {
    const answer = await this.#client.call('recursive', 'forward', params, options);
    return contract.methods.forward.result.parse(answer);
  }
}
