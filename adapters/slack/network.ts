import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import type { Dispatcher } from 'undici';
import { TimeoutError } from '../../src/shared/with-timeout.ts';

/** The part of `fetch` that Slack's client uses; the global one fits. */
export type Fetch = (
  url: string | URL,
  init?: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: string | FormData;
    readonly redirect?: 'error' | 'follow' | 'manual';
    readonly signal?: AbortSignal;
  },
) => Promise<Response>;

/** Outgoing connections to Slack. */
export interface Network {
  readonly fetch: Fetch;
  /** For the socket of Socket Mode. */
  readonly dispatcher: Dispatcher;
  readonly close: () => Promise<void>;
}

/**
 * Connects through `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` when they are set.
 * @param timeout milliseconds for each call, which then throws a `TimeoutError`
 * @param ownFetch replaces undici's, in tests
 */
export function createNetwork(timeout: number, ownFetch?: Fetch): Network {
  const dispatcher = new EnvHttpProxyAgent();
  const through = (url: string | URL, init: object) =>
    undiciFetch(url, { ...init, dispatcher }) as unknown as Promise<Response>;
  return {
    fetch: async (url, init = {}) => {
      const late = AbortSignal.timeout(timeout);
      const signal = init.signal === undefined ? late : AbortSignal.any([init.signal, late]);
      try {
        return await (ownFetch ?? through)(url, { ...init, signal });
      } catch (error) {
        if (late.aborted) throw new TimeoutError({ cause: error });
        throw error;
      }
    },
    dispatcher,
    close: () => dispatcher.destroy(),
  };
}
