import http from 'node:http';
import https from 'node:https';
import type { Log } from '../shared/log.ts';

/** Where managed identities of Azure are asked for: on the machine itself, so never through a proxy. */
const NEVER = '169.254.169.254,localhost,127.0.0.1,::1';
const NAMES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/** As Node makes the agents that these take the place of. */
const AGENT = { keepAlive: true, scheduling: 'lifo', timeout: 5_000 } as const;

/**
 * Sends every call that an SDK makes through `HTTPS_PROXY` (`HTTP_PROXY`), but for `NO_PROXY`. The channel for Slack
 * has a way out of its own (undici), which reads the same variables; the SDK of Teams knows no proxy at all. Node's own
 * `setGlobalProxyFromEnv` does the same for `fetch` too, which nothing here uses and takes 50 ms to load.
 */
export function useProxy(env: NodeJS.ProcessEnv, log: Log): void {
  if (NAMES.every((name) => (env[name] ?? '') === '')) return;
  // It tells that agents know proxies as well: those of an older Node do without a word.
  if (!('setGlobalProxyFromEnv' in http)) {
    log.error({ node: process.version }, 'this Node cannot use HTTPS_PROXY for Teams; use Node 24');
    return;
  }
  const given = [env['no_proxy'], env['NO_PROXY']].find((text) => text !== undefined && text !== '');
  const noProxy = given === undefined ? NEVER : `${given},${NEVER}`;
  const proxyEnv = { ...env, NO_PROXY: noProxy, no_proxy: noProxy };
  http.globalAgent = new http.Agent({ ...AGENT, proxyEnv });
  https.globalAgent = new https.Agent({ ...AGENT, proxyEnv });
  log.info({}, 'calls to Slack and Microsoft go through the proxy');
}
