import type { IncomingHttpHeaders } from 'node:http';

/** Pages load from this host only, have no inline scripts and styles, and are not framed. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every response of this channel. */
export const POLICY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  // Not `no-referrer`: with that, browsers send `Origin: null` with our own forms
  // (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
  'referrer-policy': 'same-origin',
} as const;

/**
 * Returns whether a request comes from our own pages, or from a program that is no browser. Browsers that send no
 * `Sec-Fetch-Site` (over plain http to another host than localhost) do send `Origin` with every POST.
 */
export function isOwnPage({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (site !== undefined) return site === 'same-origin';
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
