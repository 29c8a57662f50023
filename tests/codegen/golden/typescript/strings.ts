// Made by clamator-codegen from strings.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { stringsContract as contract } from './contracts';

type Contract = typeof contract;

export interface StringsService {
  measure(params: HandlerParams<Contract, 'measure'>):
    HandlerResult<Contract, 'measure'> | Promise<HandlerResult<Contract, 'measure'>>;
  match(params: HandlerParams<Contract, 'match'>):
    HandlerResult<Contract, 'match'> | Promise<HandlerResult<Contract, 'match'>>;
  format(params: HandlerParams<Contract, 'format'>):
    HandlerResult<Contract, 'format'> | Promise<HandlerResult<Contract, 'format'>>;
  schedule(params: HandlerParams<Contract, 'schedule'>):
    HandlerResult<Contract, 'schedule'> | Promise<HandlerResult<Contract, 'schedule'>>;
  piped(params: HandlerParams<Contract, 'piped'>):
    HandlerResult<Contract, 'piped'> | Promise<HandlerResult<Contract, 'piped'>>;
}

export class StringsClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async measure(
    params: CallParams<Contract, 'measure'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'measure'>> {
    const answer = await this.#client.call('strings', 'measure', params, options);
    return contract.methods.measure.result.parse(answer);
  }

  async match(
    params: CallParams<Contract, 'match'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'match'>> {
    const answer = await this.#client.call('strings', 'match', params, options);
    return contract.methods.match.result.parse(answer);
  }

  async format(
    params: CallParams<Contract, 'format'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'format'>> {
    const answer = await this.#client.call('strings', 'format', params, options);
    return contract.methods.format.result.parse(answer);
  }

  async schedule(
    params: CallParams<Contract, 'schedule'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'schedule'>> {
    const answer = await this.#client.call('strings', 'schedule', params, options);
    return contract.methods.schedule.result.parse(answer);
  }

  async piped(
    params: CallParams<Contract, 'piped'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'piped'>> {
    const answer = await this.#client.call('strings', 'piped', params, options);
    return contract.methods.piped.result.parse(answer);
  }
}
