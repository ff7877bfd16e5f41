import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

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

/** Headers of a browser that prefetches a page: the present one, and its predecessors. */
const PREFETCH_HEADERS = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/**
 * Whether somebody navigates to a page and sees it: not a picture, frame or script of another site, a prefetch, or a
 * program that makes a preview of a link. Browsers send `Sec-Fetch-*` over https and to localhost only; elsewhere, a
 * navigation from our own pages is recognised by `Referer`, which no other site can set.
 */
export function isNavigation({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  if (method !== 'GET' || PREFETCH_HEADERS.some((name) => name in headers)) return false;
  const { 'sec-fetch-dest': dest, 'sec-fetch-mode': mode, referer, host } = headers;
  if (dest !== undefined || mode !== undefined) return dest === 'document' && mode === 'navigate';
  return referer !== undefined && isOnHost(referer, host);
}

/** Returns the path of the page of ours that a request comes from; `undefined` when it comes from elsewhere. */
export function ownReferer({ referer, host }: IncomingHttpHeaders): string | undefined {
  if (referer === undefined || !isOnHost(referer, host)) return undefined;
  const { pathname, search } = new URL(referer);
  // Two slashes would make it an address on another host.
  return `${pathname.replace(/^\/+/, '/')}${search}`;
}

/** Whether an address is on this host; either may leave out the default port of the scheme. */
function isOnHost(address: string, host = ''): boolean {
  const url = URL.parse(address);
  return url !== null && url.host === URL.parse(`${url.protocol}//${host}`)?.host;
}
