import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { readEventStream, type StreamMessage } from './event-stream.js';
import { RuzletError, type GraphqlErrorBody } from './errors.js';
import {
  BeginPasskeyLoginDocument,
  CompleteMfaDocument,
  FinishPasskeyLoginDocument,
  LoginDocument,
  LoginWithIdentityDocument,
  LogoutDocument,
  RefreshSessionDocument,
  RegisterDocument,
} from './generated/operations.js';
import type {
  BeginPasskeyLoginMutation,
  CompleteMfaMutation,
  CompleteMfaMutationVariables,
  FinishPasskeyLoginMutation,
  FinishPasskeyLoginMutationVariables,
  LoginMutation,
  LoginMutationVariables,
  LoginWithIdentityMutation,
  LoginWithIdentityMutationVariables,
  RegisterMutation,
  RegisterMutationVariables,
} from './generated/operations.js';
import { afterEnd, pause, waitBeforeMs } from './reconnect.js';
import { createMemoryTokenStore, type Tokens, type TokenStore } from './session.js';
import { hashOf, unknownHashCode, type Persisting } from './persisted.js';

export interface ClientOptions {
  /** The router, `http://127.0.0.1:8000/graphql` by default. */
  url?: string;
  tokens?: TokenStore;
  fetch?: typeof globalThis.fetch;
  /** Milliseconds that one request may take, 30 000 by default. */
  timeoutMs?: number;
  /** Whether operations are sent by their hash; `off` by default. */
  persisting?: Persisting;
}

/** An answer that came with errors beside data: one subgraph may be down while the others answer. */
export interface PartialResult<T> {
  data: T | undefined;
  errors: readonly GraphqlErrorBody[];
}

export interface SubscribeOptions {
  /** Ends the subscription. */
  signal?: AbortSignal;
  /** Told each time the stream ended and is opened again: what happened in between was not heard. */
  onInterruption?: (why: RuzletError) => void;
}

/** What a browser is to ask an authenticator for. */
export type PasskeyLoginOptions = BeginPasskeyLoginMutation['beginPasskeyLogin']['options'];

/** The access token is renewed that long before it expires (milliseconds): clocks differ a little. */
const refreshMarginMs = 30_000;
const timeoutMsDefault = 30_000;

/**
 * A client of the graph. It keeps the session, renews it in time (once, however many operations wait for it), and turns
 * errors into RuzletError.
 */
export class RuzletClient {
  readonly #url: string;
  readonly #tokens: TokenStore;
  readonly #fetch: typeof globalThis.fetch;
  readonly #timeoutMs: number;
  readonly #persisting: Persisting;
  #refreshing: Promise<Tokens | undefined> | undefined;

  constructor(options: ClientOptions = {}) {
    this.#url = options.url ?? 'http://127.0.0.1:8000/graphql';
    this.#tokens = options.tokens ?? createMemoryTokenStore();
    this.#fetch = options.fetch ?? globalThis.fetch;
    this.#timeoutMs = options.timeoutMs ?? timeoutMsDefault;
    this.#persisting = options.persisting ?? 'off';
  }

  /**
   * Runs an operation as the signed-in user.
   *
   * @throws RuzletError when the answer has errors.
   */
  async request<T, V extends Record<string, unknown>>(document: TypedDocumentNode<T, V>, variables: V): Promise<T> {
    const { data, errors } = await this.requestPartial(document, variables);
    if (errors.length > 0 || data === undefined) throw failure(errors);
    return data;
  }

  /** The same, for who can use an answer with holes. @throws RuzletError only when there is no answer. */
  async requestPartial<T, V extends Record<string, unknown>>(
    document: TypedDocumentNode<T, V>,
    variables: V,
  ): Promise<PartialResult<T>> {
    const tokens = await this.#freshTokens();
    return this.#send(document, variables, tokens?.accessToken);
  }

  /**
   * Subscribes as the signed-in user, over Server-Sent Events. A stream that ends is opened again by itself, with a renewed
   * token where that is why: subscribe with `withCurrent` to be told the state at each begin, and nothing is missed.
   * Messages are delivered at least once; `eventId` names them.
   *
   * @throws RuzletError when the server refuses the subscription for good: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT …
   */
  async *subscribe<T, V extends Record<string, unknown>>(
    document: TypedDocumentNode<T, V>,
    variables: V,
    { signal, onInterruption }: SubscribeOptions = {},
  ): AsyncGenerator<PartialResult<T> & { data: T }, void> {
    let failures = 0;
    let renew = false;
    const left = (): boolean => signal?.aborted === true;
    while (!left()) {
      let why: RuzletError;
      try {
        const tokens = renew ? await this.#renewedTokens() : await this.#freshTokens();
        for await (const { data, errors = [] } of this.#stream(document, variables, tokens?.accessToken, signal)) {
          if (data === undefined || data === null) throw failure(errors);
          failures = 0;
          yield { data, errors };
        }
        // The server has said all there is.
        return;
      } catch (error) {
        if (left()) return;
        why = error instanceof RuzletError ? error : new RuzletError('The stream was cut off.', 'NETWORK', [], error);
      }
      failures += 1;
      const next = afterEnd(why, failures);
      if (next === 'give up') throw why;
      renew = next === 'renew';
      onInterruption?.(why);
      if (next === 'wait') await pause(waitBeforeMs(why, failures), signal);
    }
  }

  /** Registers an account and signs in. */
  async register(input: RegisterMutationVariables['input']): Promise<RegisterMutation['register']> {
    const { register } = await this.#anonymous(RegisterDocument, { input });
    await this.#tokens.save(tokensOf(register));
    return register;
  }

  /** Signs in; when the account has a second factor, the result is a challenge and the client is not signed in yet. */
  async login(input: LoginMutationVariables['input']): Promise<LoginMutation['login']> {
    const { login } = await this.#anonymous(LoginDocument, { input });
    if (login.__typename === 'AuthPayload') await this.#tokens.save(tokensOf(login));
    return login;
  }

  /** Signs in by the second factor that `login` asked for: a code. */
  async completeMfa(input: CompleteMfaMutationVariables['input']): Promise<CompleteMfaMutation['completeMfa']> {
    const { completeMfa } = await this.#anonymous(CompleteMfaDocument, { input });
    await this.#tokens.save(tokensOf(completeMfa));
    return completeMfa;
  }

  /**
   * Signs in by passkey. In a browser:
   * `(options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })`,
   * and `toJSON()` of what comes of it.
   *
   * @param challengeId of what `login` answered, when the passkey is the second factor.
   */
  async loginWithPasskey(
    ask: (options: PasskeyLoginOptions) => Promise<FinishPasskeyLoginMutationVariables['input']['response']>,
    challengeId?: string,
  ): Promise<FinishPasskeyLoginMutation['finishPasskeyLogin']> {
    const { beginPasskeyLogin } = await this.#anonymous(BeginPasskeyLoginDocument, { challengeId });
    const { ceremonyId, options } = beginPasskeyLogin;
    const input = { ceremonyId, response: await ask(options) };
    const { finishPasskeyLogin } = await this.#anonymous(FinishPasskeyLoginDocument, { input });
    await this.#tokens.save(tokensOf(finishPasskeyLogin));
    return finishPasskeyLogin;
  }

  /** Signs in by another provider: redeems the ticket that the browser came back with. The result is that of `login`. */
  async loginWithIdentity(
    input: LoginWithIdentityMutationVariables['input'],
  ): Promise<LoginWithIdentityMutation['loginWithIdentity']> {
    const { loginWithIdentity } = await this.#anonymous(LoginWithIdentityDocument, { input });
    if (loginWithIdentity.__typename === 'AuthPayload') await this.#tokens.save(tokensOf(loginWithIdentity));
    return loginWithIdentity;
  }

  /** Ends the session on the server and forgets it here. */
  async logout(): Promise<void> {
    try {
      await this.request(LogoutDocument, {});
    } finally {
      await this.#tokens.save(undefined);
    }
  }

  async #anonymous<T, V extends Record<string, unknown>>(document: TypedDocumentNode<T, V>, variables: V): Promise<T> {
    const { data, errors } = await this.#send(document, variables, undefined);
    if (errors.length > 0 || data === undefined) throw failure(errors);
    return data;
  }

  async *#stream<T, V>(
    document: TypedDocumentNode<T, V>,
    variables: V,
    accessToken: string | undefined,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<StreamMessage<T>, void> {
    const end = new AbortController();
    const leave = (): void => {
      end.abort();
    };
    signal?.addEventListener('abort', leave);
    try {
      const response = await this.#fetch(this.#url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
        },
        body: JSON.stringify({ query: print(document), variables }),
        signal: end.signal,
      });
      if (response.body && response.headers.get('content-type')?.startsWith('text/event-stream') === true) {
        yield* readEventStream<T>(response.body, end);
        return;
      }
      const body = (await response.json()) as StreamMessage<T>;
      throw failure(body.errors ?? []);
    } finally {
      signal?.removeEventListener('abort', leave);
      end.abort();
    }
  }

  /** Other tokens than those that have just been refused. */
  async #renewedTokens(): Promise<Tokens | undefined> {
    const tokens = await this.#tokens.load();
    return tokens && this.#renew(tokens);
  }

  async #freshTokens(): Promise<Tokens | undefined> {
    const tokens = await this.#tokens.load();
    if (!tokens || Date.parse(tokens.expiresAt) - Date.now() > refreshMarginMs) return tokens;
    return this.#renew(tokens);
  }

  #renew(tokens: Tokens): Promise<Tokens | undefined> {
    this.#refreshing ??= this.#refresh(tokens).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh(old: Tokens): Promise<Tokens | undefined> {
    try {
      const { refreshSession } = await this.#anonymous(RefreshSessionDocument, { refreshToken: old.refreshToken });
      const tokens = tokensOf(refreshSession);
      await this.#tokens.save(tokens);
      return tokens;
    } catch (error) {
      // Only the server's word ends a session; a network that is down does not.
      if (error instanceof RuzletError && error.code === 'UNAUTHENTICATED') await this.#tokens.save(undefined);
      throw error;
    }
  }

  async #send<T, V>(
    document: TypedDocumentNode<T, V>,
    variables: V,
    accessToken: string | undefined,
  ): Promise<PartialResult<T>> {
    const query = print(document);
    const hash = this.#persisting === 'off' ? undefined : await hashOf(query);
    if (hash === undefined) return this.#post({ query, variables }, accessToken);
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    const result = await this.#post<T>({ variables, extensions }, accessToken);
    const unknown = this.#persisting === 'automatic' && result.errors[0]?.extensions?.code === unknownHashCode;
    return unknown ? this.#post({ query, variables, extensions }, accessToken) : result;
  }

  async #post<T>(payload: object, accessToken: string | undefined): Promise<PartialResult<T>> {
    let body: { data?: T | null; errors?: GraphqlErrorBody[] };
    try {
      const response = await this.#fetch(this.#url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
        },
        body: JSON.stringify(payload),
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
      // The shape is the operation's: generated from the schema that the server serves.
      body = (await response.json()) as typeof body;
    } catch (error) {
      throw new RuzletError('There was no answer from the server.', 'NETWORK', [], error);
    }
    return { data: body.data ?? undefined, errors: body.errors ?? [] };
  }
}

function tokensOf(payload: Tokens): Tokens {
  return { accessToken: payload.accessToken, expiresAt: payload.expiresAt, refreshToken: payload.refreshToken };
}

function failure(errors: readonly GraphqlErrorBody[]): RuzletError {
  const [first] = errors;
  return new RuzletError(first?.message ?? 'The answer was empty.', first?.extensions?.code ?? 'UNKNOWN', errors);
}
