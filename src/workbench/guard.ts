import type { IncomingMessage } from 'node:http';
import { isOwnPage } from '../pages/index.ts';

/** The names of this machine for itself. */
export const HOSTS = ['localhost', '127.0.0.1', '[::1]'] as const;
const METHODS = new Set(['GET', 'HEAD', 'POST']);

/**
 * Returns the status to refuse a request with; `undefined` for one that may be answered. 421: another host name than those
 * of this machine, with our port, as in DNS rebinding. 403: a page of another origin sends a form, or loads a page of
 * ours; following a link to ours is no more than that. 405: another method.
 */
export function refusalOf({ method = '', headers, socket }: IncomingMessage): 403 | 405 | 421 | undefined {
  const { localPort = 80 } = socket;
  const names = HOSTS.flatMap((name) => [`${name}:${localPort}`, ...(localPort === 80 ? [name] : [])]);
  if (!names.includes((headers.host ?? '').toLowerCase())) return 421;
  if (!METHODS.has(method)) return 405;
  if (method === 'POST') return isOwnPage(headers) ? undefined : 403;
  const { 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode } = headers;
  return site === 'same-origin' || site === 'none' || mode === 'navigate' ? undefined : 403;
}
