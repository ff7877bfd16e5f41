import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isOnHost } from '../../src/pages/index.ts';

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
