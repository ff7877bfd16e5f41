import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Activity } from '../../../adapters/teams/activity.ts';
import { isLoopback, readActivity, trustsLoopback, trustsTeams } from '../../../adapters/teams/guard.ts';
import { createPseudonymize } from '../../../src/shared/pseudonymize.ts';
import { messageText } from '../../../adapters/teams/message-text.ts';
import { readPress, textOf } from '../../../adapters/teams/read.ts';

const BOT = { id: '28:bot', name: 'R&D bot' };
const base: Activity = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'a' },
  tenants: [],
  from: { id: '29:person' },
  recipient: BOT,
  mentions: [],
  membersAdded: [],
  holdsCard: false,
};
const read = (text: string, ...mentions: Activity['mentions']) => textOf({ ...base, text, mentions });

describe('the text of a message', () => {
  it.each([
    ['<at>R&amp;D bot</at>&nbsp;mag dit?', 'mag dit?'],
    ['<at>R&D bot</at> mag dit?', 'mag dit?'],
    ['<AT id="0">r&amp;d BOT</AT> mag dit?', 'mag dit?'],
    ['mag <at>R&amp;D bot</at> dit?', 'mag dit?'],
    ['<at>Noor</at> mag dit?', 'Noor mag dit?'],
    ['a &lt; b &amp;&amp; c &#39;d&#x27; &euro;', "a < b && c 'd' €"],
    ['  veel  op een\n\n regel\u00a0 ', 'veel op een\n\nregel'],
    ['cafe\u0301', 'café'],
    ['', ''],
  ])('%j is read as %j', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it('loses a mention under a name that only the entity has', () => {
    expect(read('<at>Bot van het werk</at> dag', { id: BOT.id, text: '<at>Bot van het werk</at>' })).toBe(
      'dag',
    );
  });

  it('is read quickly, whatever it is', () => {
    for (const text of [
      '<at '.repeat(60_000),
      '<at>'.repeat(60_000),
      '&#'.repeat(60_000),
      '<'.repeat(250_000),
    ]) {
      const body = Buffer.from(JSON.stringify({ ...base, mentions: undefined, text }));
      const activity = readActivity(body, ['msteams'], trustsTeams);
      expect(typeof activity === 'number' ? activity : textOf(activity).length).toBeLessThanOrEqual(100_000);
    }
  });

  it('keeps any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const typed = text.replace(/[<&]/g, '');
        expect(read(typed).split(/\s+/u)).toEqual(typed.normalize('NFC').trim().split(/\s+/u));
      }),
    );
  });
});

describe('an address for replies', () => {
  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://europe.webchat.botframework.com/',
  ])('of Microsoft is trusted: %s', (url) => {
    expect(trustsTeams(new URL(url))).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net.example.org/',
    'https://botframework.com.example.org/',
    'https://evilbotframework.com/',
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'https://trafficmanager.net/',
    'https://other.trafficmanager.net/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'file:///etc/passwd',
  ])('that is another is not: %s', (url) => {
    expect(trustsTeams(new URL(url))).toBe(false);
  });

  it('is on this machine only for the playground', () => {
    for (const url of ['http://localhost:1/', 'http://127.0.0.1:56150/_connector', 'http://[::1]:1/'])
      expect(trustsLoopback(new URL(url))).toBe(true);
    for (const url of ['http://10.0.0.1/', 'http://localhost.example.org/', 'ftp://localhost/'])
      expect(trustsLoopback(new URL(url))).toBe(false);
  });

  it('of this machine is recognised in any notation', () => {
    expect(['::ffff:127.0.0.1', '::1', '127.8.0.1', 'localhost'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['::ffff:10.0.0.1', '2001:db8::1', '127.0.0.1.example.org', ''].map(isLoopback)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

it('reads the data of a button, or nothing, from anything', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(['undefined', 'object']).toContain(typeof readPress(value));
    }),
  );
});

it('reads the message that an action was used on, or nothing, from anything', () => {
  fc.assert(
    fc.property(fc.anything(), (body) => {
      expect(typeof messageText({ messagePayload: { body } })).toBe('string');
    }),
  );
  expect(messageText({ messagePayload: { body: { contentType: 'text', content: 'a < b' } } })).toBe('a < b');
});

it('pseudonymizes ids: the same for the same, another with another key', () => {
  const [one, other] = [createPseudonymize('a'), createPseudonymize('b')];
  expect(one('x', 'y')).toBe(one('x', 'y'));
  expect(new Set([one('x', 'y'), one('xy'), one(undefined, 'y'), other('x', 'y')]).size).toBe(4);
});
