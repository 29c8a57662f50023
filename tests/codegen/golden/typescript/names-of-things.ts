// Made by clamator-codegen from names-of-things.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { namesContract as contract } from './contracts';

type Contract = typeof contract;

export interface NamesOfThingsService {
  new(params: HandlerParams<Contract, 'new'>):
    HandlerResult<Contract, 'new'> | Promise<HandlerResult<Contract, 'new'>>;
  delete(params: HandlerParams<Contract, 'delete'>):
    HandlerResult<Contract, 'delete'> | Promise<HandlerResult<Contract, 'delete'>>;
  getHTTPServer(params: HandlerParams<Contract, 'getHTTPServer'>):
    HandlerResult<Contract, 'getHTTPServer'> | Promise<HandlerResult<Contract, 'getHTTPServer'>>;
  import(params: HandlerParams<Contract, 'import'>): void | Promise<void>;
}

export class NamesOfThingsClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async new(
    params: CallParams<Contract, 'new'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'new'>> {
    const answer = await this.#client.call('names-of-things', 'new', params, options);
    return contract.methods.new.result.parse(answer);
  }

  async delete(
    params: CallParams<Contract, 'delete'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'delete'>> {
    const answer = await this.#client.call('names-of-things', 'delete', params, options);
    return contract.methods.delete.result.parse(answer);
  }

  async getHTTPServer(
    params: CallParams<Contract, 'getHTTPServer'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'getHTTPServer'>> {
    const answer = await this.#client.call('names-of-things', 'getHTTPServer', params, options);
    return contract.methods.getHTTPServer.result.parse(answer);
  }

  import(params: CallParams<Contract, 'import'>): Promise<void> {
    return this.#client.notify('names-of-things', 'import', params);
  }
}
