// Made by clamator-codegen from refined.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { refinedContract as contract } from './contracts';

type Contract = typeof contract;

export interface RefinedService {
  check(params: HandlerParams<Contract, 'check'>):
    HandlerResult<Contract, 'check'> | Promise<HandlerResult<Contract, 'check'>>;
}

export class RefinedClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async check(
    params: CallParams<Contract, 'check'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'check'>> {
    const answer = await this.#client.call('refined', 'check', params, options);
    return contract.methods.check.result.parse(answer);
  }
}
