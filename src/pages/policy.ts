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

/** Headers of every response with a page, or with a file of ours. */
export const POLICY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  // Not `no-referrer`: with that, browsers send `Origin: null` with our own forms
  // (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
  'referrer-policy': 'same-origin',
} as const;

/**
 * Headers of a picture that is not ours: an SVG runs no script when somebody goes to its address, and keeps its own colours,
 * which Firefox takes away by the policy of the picture itself.
 */
export const PICTURE_HEADERS = {
  ...POLICY_HEADERS,
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "frame-ancestors 'none'",
    'sandbox',
  ].join('; '),
} as const;

/**
 * Returns whether a request comes from our own pages, or from a program that is not a browser. Browsers that send no
 * `Sec-Fetch-Site` (over plain http to another host than localhost) do send `Origin` with every POST.
 */
export function isOwnPage({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (site !== undefined) return site === 'same-origin';
  if (origin === undefined) return true;
  return isOnHost(origin, host);
}

/** Whether an address is on this host; either may leave out the default port of the scheme. */
export function isOnHost(address: string, host = ''): boolean {
  const url = URL.parse(address);
  return url !== null && url.host === URL.parse(`${url.protocol}//${host}`)?.host;
}
