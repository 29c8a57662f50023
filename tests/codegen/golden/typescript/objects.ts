// Made by clamator-codegen from objects.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { objectsContract as contract } from './contracts';

type Contract = typeof contract;

export interface ObjectsService {
  nest(params: HandlerParams<Contract, 'nest'>):
    HandlerResult<Contract, 'nest'> | Promise<HandlerResult<Contract, 'nest'>>;
  strip(params: HandlerParams<Contract, 'strip'>):
    HandlerResult<Contract, 'strip'> | Promise<HandlerResult<Contract, 'strip'>>;
  strict(params: HandlerParams<Contract, 'strict'>):
    HandlerResult<Contract, 'strict'> | Promise<HandlerResult<Contract, 'strict'>>;
  pass(params: HandlerParams<Contract, 'pass'>):
    HandlerResult<Contract, 'pass'> | Promise<HandlerResult<Contract, 'pass'>>;
  catchAll(params: HandlerParams<Contract, 'catchAll'>):
    HandlerResult<Contract, 'catchAll'> | Promise<HandlerResult<Contract, 'catchAll'>>;
  extend(params: HandlerParams<Contract, 'extend'>):
    HandlerResult<Contract, 'extend'> | Promise<HandlerResult<Contract, 'extend'>>;
  merge(params: HandlerParams<Contract, 'merge'>):
    HandlerResult<Contract, 'merge'> | Promise<HandlerResult<Contract, 'merge'>>;
  pick(params: HandlerParams<Contract, 'pick'>):
    HandlerResult<Contract, 'pick'> | Promise<HandlerResult<Contract, 'pick'>>;
  partial(params: HandlerParams<Contract, 'partial'>):
    HandlerResult<Contract, 'partial'> | Promise<HandlerResult<Contract, 'partial'>>;
  deepPartial(params: HandlerParams<Contract, 'deepPartial'>):
    HandlerResult<Contract, 'deepPartial'> | Promise<HandlerResult<Contract, 'deepPartial'>>;
  intersect(params: HandlerParams<Contract, 'intersect'>):
    HandlerResult<Contract, 'intersect'> | Promise<HandlerResult<Contract, 'intersect'>>;
}

export class ObjectsClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async nest(
    params: CallParams<Contract, 'nest'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'nest'>> {
    const answer = await this.#client.call('objects', 'nest', params, options);
    return contract.methods.nest.result.parse(answer);
  }

  async strip(
    params: CallParams<Contract, 'strip'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'strip'>> {
    const answer = await this.#client.call('objects', 'strip', params, options);
    return contract.methods.strip.result.parse(answer);
  }

  async strict(
    params: CallParams<Contract, 'strict'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'strict'>> {
    const answer = await this.#client.call('objects', 'strict', params, options);
    return contract.methods.strict.result.parse(answer);
  }

  async pass(
    params: CallParams<Contract, 'pass'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'pass'>> {
    const answer = await this.#client.call('objects', 'pass', params, options);
    return contract.methods.pass.result.parse(answer);
  }

  async catchAll(
    params: CallParams<Contract, 'catchAll'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'catchAll'>> {
    const answer = await this.#client.call('objects', 'catchAll', params, options);
    return contract.methods.catchAll.result.parse(answer);
  }

  async extend(
    params: CallParams<Contract, 'extend'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'extend'>> {
    const answer = await this.#client.call('objects', 'extend', params, options);
    return contract.methods.extend.result.parse(answer);
  }

  async merge(
    params: CallParams<Contract, 'merge'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'merge'>> {
    const answer = await this.#client.call('objects', 'merge', params, options);
    return contract.methods.merge.result.parse(answer);
  }

  async pick(
    params: CallParams<Contract, 'pick'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'pick'>> {
    const answer = await this.#client.call('objects', 'pick', params, options);
    return contract.methods.pick.result.parse(answer);
  }

  async partial(
    params: CallParams<Contract, 'partial'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'partial'>> {
    const answer = await this.#client.call('objects', 'partial', params, options);
    return contract.methods.partial.result.parse(answer);
  }

  async deepPartial(
    params: CallParams<Contract, 'deepPartial'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'deepPartial'>> {
    const answer = await this.#client.call('objects', 'deepPartial', params, options);
    return contract.methods.deepPartial.result.parse(answer);
  }

  async intersect(
    params: CallParams<Contract, 'intersect'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'intersect'>> {
    const answer = await this.#client.call('objects', 'intersect', params, options);
    return contract.methods.intersect.result.parse(answer);
  }
}
