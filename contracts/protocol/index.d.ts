// Types of contracts, and of what is generated from them: a client's side and a service's side.
import type { z } from 'zod';

/** A method: asked with params, answered with a result. */
export interface Method<Params extends z.ZodTypeAny = z.ZodTypeAny, Result extends z.ZodTypeAny = z.ZodTypeAny> {
  readonly kind: 'method';
  readonly params: Params;
  readonly result: Result;
}

/** A notification: nothing comes back. */
export interface Notification<Params extends z.ZodTypeAny = z.ZodTypeAny> {
  readonly kind: 'notification';
  readonly params: Params;
}

export type Methods = Readonly<Record<string, Method | Notification>>;

export interface Contract<Service extends string = string, M extends Methods = Methods> {
  readonly service: Service;
  readonly methods: M;
}

export function defineContract<const Service extends string, M extends Methods>(contract: {
  service: Service;
  methods: M;
}): Contract<Service, M>;

export function defineMethod<Params extends z.ZodTypeAny, Result extends z.ZodTypeAny>(method: {
  params: Params;
  result: Result;
}): Method<Params, Result>;

export function defineNotification<Params extends z.ZodTypeAny>(notification: { params: Params }): Notification<Params>;

/** The names of a contract's methods, notifications not among them. */
export type MethodName<C extends Contract> = {
  [Name in keyof C['methods']]: C['methods'][Name] extends Method ? Name : never;
}[keyof C['methods']] & string;

/** The names of a contract's notifications. */
export type NotificationName<C extends Contract> = {
  [Name in keyof C['methods']]: C['methods'][Name] extends Notification ? Name : never;
}[keyof C['methods']] & string;

/** What a caller passes: fields with a default may be left out. */
export type CallParams<C extends Contract, Name extends keyof C['methods']> = z.input<C['methods'][Name]['params']>;

/** What a handler gets: defaults are filled in. */
export type HandlerParams<C extends Contract, Name extends keyof C['methods']> = z.output<C['methods'][Name]['params']>;

/** What a caller gets back. */
export type CallResult<C extends Contract, Name extends keyof C['methods']> =
  C['methods'][Name] extends Method<z.ZodTypeAny, infer Result> ? z.output<Result> : void;

/** What a handler returns. */
export type HandlerResult<C extends Contract, Name extends keyof C['methods']> =
  C['methods'][Name] extends Method<z.ZodTypeAny, infer Result> ? z.input<Result> : void;

/** What a client may say about one call; a transport may add to it. */
export interface CallOptions {
  /** Milliseconds after which the call fails. */
  timeout?: number;
  signal?: AbortSignal;
}

/** What a transport offers and generated clients are written over. */
export interface ClamatorClient {
  call(service: string, method: string, params: unknown, options?: CallOptions): Promise<unknown>;
  notify(service: string, method: string, params: unknown): Promise<void>;
}

/** A client's functions, one a method. */
export type ServiceClient<C extends Contract> = {
  [Name in MethodName<C>]: (params: CallParams<C, Name>, options?: CallOptions) => Promise<CallResult<C, Name>>;
} & {
  [Name in NotificationName<C>]: (params: CallParams<C, Name>) => Promise<void>;
};

/** A service's handlers, one a method. */
export type ServiceHandlers<C extends Contract> = {
  [Name in keyof C['methods'] & string]: (
    params: HandlerParams<C, Name>,
  ) => HandlerResult<C, Name> | Promise<HandlerResult<C, Name>>;
};
