// Made by clamator-codegen from unions.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { unionsContract as contract } from './contracts';

type Contract = typeof contract;

export interface UnionsService {
  area(params: HandlerParams<Contract, 'area'>):
    HandlerResult<Contract, 'area'> | Promise<HandlerResult<Contract, 'area'>>;
  draw(params: HandlerParams<Contract, 'draw'>):
    HandlerResult<Contract, 'draw'> | Promise<HandlerResult<Contract, 'draw'>>;
  lookup(params: HandlerParams<Contract, 'lookup'>):
    HandlerResult<Contract, 'lookup'> | Promise<HandlerResult<Contract, 'lookup'>>;
}

export class UnionsClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async area(
    params: CallParams<Contract, 'area'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'area'>> {
    const answer = await this.#client.call('unions', 'area', params, options);
    return contract.methods.area.result.parse(answer);
  }

  async draw(
    params: CallParams<Contract, 'draw'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'draw'>> {
    const answer = await this.#client.call('unions', 'draw', params, options);
    return contract.methods.draw.result.parse(answer);
  }

  async lookup(
    params: CallParams<Contract, 'lookup'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'lookup'>> {
    const answer = await this.#client.call('unions', 'lookup', params, options);
    return contract.methods.lookup.result.parse(answer);
  }
}
