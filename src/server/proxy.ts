import http from 'node:http';
import https from 'node:https';
import type { Log } from '../shared/log.ts';

/** Never proxied: the machine itself, and the address at which Azure issues tokens for managed identities. */
const NO_PROXY = '169.254.169.254,localhost,127.0.0.1,::1';
const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/** Options of Node's own global agents. */
const AGENT = { keepAlive: true, scheduling: 'lifo', timeout: 5_000 } as const;

/**
 * Replaces Node's global agents by ones that use `HTTPS_PROXY` or `HTTP_PROXY`, except for `NO_PROXY`, if these are set in
 * `env`. For the SDK of Teams, which does not support proxies; the Slack channel has its own agent (undici). Node's
 * `setGlobalProxyFromEnv` also covers `fetch`, which is not used here and takes 50 ms to load.
 */
export function useProxy(env: NodeJS.ProcessEnv, log: Log): void {
  if (PROXY_VARIABLES.every((name) => (env[name] ?? '') === '')) return;
  // Came to Node together with `proxyEnv` of agents, which older versions ignore silently.
  if (!('setGlobalProxyFromEnv' in http)) {
    log.error({ node: process.version }, 'this Node cannot use HTTPS_PROXY for Teams; use Node 24');
    return;
  }
  const given = [env['no_proxy'], env['NO_PROXY']].find((text) => text !== undefined && text !== '');
  const noProxy = given === undefined ? NO_PROXY : `${given},${NO_PROXY}`;
  const proxyEnv = { ...env, NO_PROXY: noProxy, no_proxy: noProxy };
  http.globalAgent = new http.Agent({ ...AGENT, proxyEnv });
  https.globalAgent = new https.Agent({ ...AGENT, proxyEnv });
  log.info({}, 'calls to Slack and Microsoft go through the proxy');
}
