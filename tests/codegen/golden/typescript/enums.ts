// Made by clamator-codegen from enums.json. Changes are lost.
import type {
  CallOptions,
  CallParams,
  CallResult,
  ClamatorClient,
  HandlerParams,
  HandlerResult,
} from '@clamator/protocol';
import { enumsContract as contract } from './contracts';

type Contract = typeof contract;

export interface EnumsService {
  pick(params: HandlerParams<Contract, 'pick'>):
    HandlerResult<Contract, 'pick'> | Promise<HandlerResult<Contract, 'pick'>>;
}

export class EnumsClient {
  readonly #client: ClamatorClient;

  constructor(client: ClamatorClient) {
    this.#client = client;
  }

  async pick(
    params: CallParams<Contract, 'pick'>,
    options?: CallOptions,
  ): Promise<CallResult<Contract, 'pick'>> {
    const answer = await this.#client.call('enums', 'pick', params, options);
    return contract.methods.pick.result.parse(answer);
  }
}
