// Made by clamator-codegen from numbers.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { numbersContract as contract } from './contracts';

type Contract = typeof contract;

export interface NumbersService {
  bound(params: HandlerParams<Contract, 'bound'>):
    HandlerResult<Contract, 'bound'> | Promise<HandlerResult<Contract, 'bound'>>;
  step(params: HandlerParams<Contract, 'step'>):
    HandlerResult<Contract, 'step'> | Promise<HandlerResult<Contract, 'step'>>;
  piped(params: HandlerParams<Contract, 'piped'>):
    HandlerResult<Contract, 'piped'> | Promise<HandlerResult<Contract, 'piped'>>;
}

export class NumbersClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async bound(
    params: CallParams<Contract, 'bound'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'bound'>> {
    const answer = await this.#client.call('numbers', 'bound', params, options);
    return contract.methods.bound.result.parse(answer);
  }

  async step(
    params: CallParams<Contract, 'step'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'step'>> {
    const answer = await this.#client.call('numbers', 'step', params, options);
    return contract.methods.step.result.parse(answer);
  }

  async piped(
    params: CallParams<Contract, 'piped'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'piped'>> {
    const answer = await this.#client.call('numbers', 'piped', params, options);
    return contract.methods.piped.result.parse(answer);
  }
}
