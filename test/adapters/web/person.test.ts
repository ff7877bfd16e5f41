import { expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { personOf } from '../../../adapters/web/read.ts';

const from = (address: string, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: address },
  }) as unknown as IncomingMessage;

it.each([
  ['the connection, without proxies', from('192.0.2.1', '198.51.100.9'), 0, '192.0.2.1'],
  ['what our proxy saw', from('10.0.0.1', '198.51.100.9'), 1, '198.51.100.9'],
  ['what the outermost of two saw', from('10.0.0.1', '198.51.100.9, 10.0.0.2'), 2, '198.51.100.9'],
  ['not what the client says of itself', from('10.0.0.1', '1.2.3.4, 198.51.100.9'), 1, '198.51.100.9'],
  ['the connection, when a proxy says nothing', from('10.0.0.1'), 1, '10.0.0.1'],
  ['the connection, when there are fewer than told', from('10.0.0.1', '198.51.100.9'), 2, '10.0.0.1'],
  ['one subscriber of IPv6', from('2001:db8:1:2:aaaa::1'), 0, '2001:db8:1:2'],
  ['the same subscriber', from('2001:0db8:0001:0002:ffff:0:0:9'), 0, '2001:db8:1:2'],
  ['IPv4 in IPv6', from('::ffff:192.0.2.1'), 0, '::ffff:192.0.2.1'],
  ['this machine', from('::1'), 0, '0:0:0:0'],
])('a person is %s', (_, request, proxies, person) => {
  expect(personOf(request, proxies)).toBe(person);
});
