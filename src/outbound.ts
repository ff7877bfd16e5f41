import * as http from 'node:http';
import type { Log } from './assistant/index.ts';

/** Environment variables for the way out, which Node itself reads. */
export const OUTBOUND = {
  HTTPS_PROXY: {
    meaning: 'Proxy for calls to Slack and Microsoft (Node 24 or newer)',
    example: 'http://proxy.example.org:8080',
  },
  NO_PROXY: {
    meaning: 'Hosts that are called without the proxy, with commas between',
    example: 'localhost,.example.org',
  },
  NODE_EXTRA_CA_CERTS: {
    meaning: 'File with certificates (PEM) of authorities to trust besides the usual ones',
    example: '/etc/ssl/certs/organisation.pem',
  },
} as const satisfies Record<string, { readonly meaning: string; readonly example: string }>;

/** Where managed identities of Azure are asked for: on the machine itself, so never through a proxy. */
const NEVER = '169.254.169.254,localhost,127.0.0.1,::1';
const NAMES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/**
 * Sends every call that an SDK makes through `HTTPS_PROXY` (`HTTP_PROXY`), but for `NO_PROXY`. The channel for Slack
 * has a way out of its own (undici), which reads the same variables; the SDK of Teams knows no proxy at all.
 */
export function useProxy(env: NodeJS.ProcessEnv, log: Log): void {
  if (NAMES.every((name) => (env[name] ?? '') === '')) return;
  const set = (http as { setGlobalProxyFromEnv?: typeof http.setGlobalProxyFromEnv }).setGlobalProxyFromEnv;
  if (set === undefined) {
    log.error({ node: process.version }, 'this Node cannot use HTTPS_PROXY for Teams; use Node 24');
    return;
  }
  const given = [env['no_proxy'], env['NO_PROXY']].find((text) => text !== undefined && text !== '');
  const noProxy = given === undefined ? NEVER : `${given},${NEVER}`;
  set({ ...env, NO_PROXY: noProxy, no_proxy: noProxy });
  log.info({}, 'calls to Slack and Microsoft go through the proxy');
}
