// Made by clamator-codegen from shared.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { sharedContract as contract } from './contracts';

type Contract = typeof contract;

export interface SharedService {
  placeOrder(params: HandlerParams<Contract, 'placeOrder'>):
    HandlerResult<Contract, 'placeOrder'> | Promise<HandlerResult<Contract, 'placeOrder'>>;
  changeLine(params: HandlerParams<Contract, 'changeLine'>):
    HandlerResult<Contract, 'changeLine'> | Promise<HandlerResult<Contract, 'changeLine'>>;
  pay(params: HandlerParams<Contract, 'pay'>):
    HandlerResult<Contract, 'pay'> | Promise<HandlerResult<Contract, 'pay'>>;
  shipsTo(params: HandlerParams<Contract, 'shipsTo'>):
    HandlerResult<Contract, 'shipsTo'> | Promise<HandlerResult<Contract, 'shipsTo'>>;
  moved(params: HandlerParams<Contract, 'moved'>): void | Promise<void>;
}

export class SharedClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async placeOrder(
    params: CallParams<Contract, 'placeOrder'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'placeOrder'>> {
    const answer = await this.#client.call('shared', 'placeOrder', params, options);
    return contract.methods.placeOrder.result.parse(answer);
  }

  async changeLine(
    params: CallParams<Contract, 'changeLine'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'changeLine'>> {
    const answer = await this.#client.call('shared', 'changeLine', params, options);
    return contract.methods.changeLine.result.parse(answer);
  }

  async pay(
    params: CallParams<Contract, 'pay'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'pay'>> {
    const answer = await this.#client.call('shared', 'pay', params, options);
    return contract.methods.pay.result.parse(answer);
  }

  async shipsTo(
    params: CallParams<Contract, 'shipsTo'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'shipsTo'>> {
    const answer = await this.#client.call('shared', 'shipsTo', params, options);
    return contract.methods.shipsTo.result.parse(answer);
  }

  moved(params: CallParams<Contract, 'moved'>): Promise<void> {
    return this.#client.notify('shared', 'moved', params);
  }
}
