import type { IncomingMessage } from 'node:http';
import { isIP, isIPv4, isIPv6, SocketAddress } from 'node:net';

/**
 * The best available id of a person: the address that the outermost of our `proxies` added to `X-Forwarded-For`. Earlier
 * entries in that header are not used, because a client can send any. Without proxies, or when the entry is not an
 * address (`unknown`, https://www.rfc-editor.org/rfc/rfc7239#section-6), it is the address of the connection.
 */
export function personOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: number,
): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const seen = proxies === 0 ? undefined : addressIn(forwarded.at(-proxies) ?? '');
  return subscriberOf(seen ?? socket.remoteAddress ?? '');
}

/** The address in `ip`, `ip:port`, `[ip]` or `[ip]:port`, in quotes or not; `undefined` when there is none. */
function addressIn(entry: string): string | undefined {
  const text = entry.trim().replace(/^"(.*)"$/, '$1');
  if (isIP(text) !== 0) return text;
  const { bracketed, plain } =
    /^(?:\[(?<bracketed>.+)\]|(?<plain>[\d.]+))(?::\d+)?$/.exec(text)?.groups ?? {};
  if (bracketed !== undefined && isIPv6(bracketed)) return bracketed;
  return plain !== undefined && isIPv4(plain) ? plain : undefined;
}

const MAPPED = '::ffff:';

/** Normalizes an address: IPv4 in IPv6 as IPv4, and of IPv6 the /64 that one subscriber has, without a zone. */
function subscriberOf(address: string): string {
  const [bare = ''] = address.split('%', 1);
  if (!isIPv6(bare)) return bare;
  const { address: canonical } = new SocketAddress({ address: bare, family: 'ipv6' });
  const inner = canonical.startsWith(MAPPED) ? canonical.slice(MAPPED.length) : '';
  if (isIPv4(inner)) return inner;
  const [before = [], after = []] = canonical.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
