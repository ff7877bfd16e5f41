import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import fc from 'fast-check';
import { personOf } from '../../../adapters/web/person.ts';
import { serveWeb } from './serve.ts';

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
  ['the same subscriber', from('2001:0DB8:0001:0002:ffff:0:0:9'), 0, '2001:db8:1:2'],
  ['a subscriber with zeros', from('2001:db8::1'), 0, '2001:db8:0:0'],
  ['IPv4 in IPv6', from('::ffff:192.0.2.1'), 0, '192.0.2.1'],
  ['a neighbour, without the interface that it is on', from('fe80::1%eth0'), 0, 'fe80:0:0:0'],
  ['this machine', from('::1'), 0, '0:0:0:0'],
])('a person is %s', (_, request, proxies, person) => {
  expect(personOf(request, proxies)).toBe(person);
});

it.each([
  ['198.51.100.9:50001', '198.51.100.9'],
  ['"198.51.100.9:50001"', '198.51.100.9'],
  ['[2001:db8:1:2::9]', '2001:db8:1:2'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2'],
  ['"[2001:db8:1:2::9]:443"', '2001:db8:1:2'],
  ['[2001:db8:1:2::9%25eth0]:443', '2001:db8:1:2'],
  ['fe80::9%eth0', 'fe80:0:0:0'],
  ['::ffff:198.51.100.9', '198.51.100.9'],
  ['::FFFF:c633:6409', '198.51.100.9'],
  ['[::ffff:198.51.100.9]:443', '198.51.100.9'],
])('an address is read whatever a proxy writes around it: %s', (entry, person) => {
  expect(personOf(from('10.0.0.1', entry), 1)).toBe(person);
});

it.each([
  '',
  'unknown',
  '_hidden',
  '-',
  '1',
  '127.1',
  '0x7f.0.0.1',
  '300.1.1.1',
  '198.51.100.9/x',
  'a:50001',
])('what is no address makes no person: “%s”', (entry) => {
  expect(personOf(from('10.0.0.1', entry), 1)).toBe('10.0.0.1');
});

it('one address with a port is one person, and other text is nobody new', () => {
  const address = fc.oneof(
    fc.ipV4().map((text) => [text, text] as const),
    fc.ipV6().map((text) => [text, `[${text}]`] as const),
  );
  fc.assert(
    fc.property(address, fc.nat({ max: 65_535 }), ([bare, written], port) => {
      const person = personOf(from('10.0.0.1', bare), 1);
      expect(personOf(from('10.0.0.1', `${written}:${port}`), 1)).toBe(person);
      expect(personOf(from(bare), 0)).toBe(person);
    }),
  );
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/[\d:]/.test(text)),
      (text) => {
        expect(personOf(from('10.0.0.1', text), 1)).toBe('10.0.0.1');
        expect(isIP(text)).toBe(0);
      },
    ),
  );
});

describe('the limit for one person, behind a proxy', () => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb({ proxies: 1, rateLimit: 3 });
  });
  afterAll(() => web.stop());
  const ask = async (forwarded: string) =>
    (await web.post('/api/vraag', { vraag: 'help' }, { 'x-forwarded-for': forwarded })).text();

  it.each([
    [
      'an address with another port each time',
      (count: number) => `203.0.113.6:${50_001 + count}`,
      '203.0.113.7:50001',
    ],
    [
      'addresses of one subscriber',
      (count: number) => `[2001:db8::${count + 1}]:443`,
      '[2001:db8:0:1::1]:443',
    ],
    ['what is no address', (count: number) => `onbekend-${count}`, '203.0.113.8'],
  ])('holds for %s, and not for others', async (_, nth, other) => {
    for (let count = 0; count < 3; count += 1)
      expect(await ask(nth(count))).not.toContain('Wacht een minuut');
    expect(await ask(nth(3))).toContain('Wacht een minuut');
    expect(await ask(other)).not.toContain('Wacht een minuut');
  });
});
