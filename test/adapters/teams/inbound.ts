import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const TENANT = '99999999-2222-4333-8444-555555555555';
export const BOT = { id: `28:${APP_ID}`, name: 'Handreiking-bot' };
export const PERSON = { id: '29:person', name: 'Noor de Vries' };
/** A conversation in a channel of a team. */
export const GROUP = {
  id: '19:channel@thread.tacv2;messageid=1',
  conversationType: 'channel',
  isGroup: true,
};

const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const UNENDORSED = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** What the OpenID server of Microsoft gives to check tokens with. */
export const KEY_SET = [
  { ...KEYS.publicKey.export({ format: 'jwk' }), kid: 'one', endorsements: ['msteams'] },
  { ...UNENDORSED.publicKey.export({ format: 'jwk' }), kid: 'two', endorsements: ['webchat'] },
];

/** A token: what differs from a valid one is given. */
export function tokenWith({
  claims = {},
  header = {},
  key = KEYS.privateKey,
  sign = rsa,
}: {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
  readonly sign?: (text: string, key: KeyObject) => string;
} = {}): string {
  const now = Math.floor(Date.now() / 1_000);
  const base = {
    iss: 'https://api.botframework.com',
    aud: APP_ID,
    iat: now,
    nbf: now - 60,
    exp: now + 3_600,
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'one', ...header })}.${encode({ ...base, ...claims })}`;
  return `${text}.${sign(text, key)}`;
}

function rsa(text: string, key: KeyObject): string {
  return createSign('RSA-SHA256').update(text).sign(key).toString('base64url');
}

/** Signs with the public key as if it were a shared secret: the oldest trick with tokens. */
export function hmacOfPublicKey(text: string): string {
  const pem = KEYS.publicKey.export({ type: 'spki', format: 'pem' });
  return createHmac('sha256', pem).update(text).digest('base64url');
}

/** A message to the bot alone, with another id each time; `more` differs from it. */
export function activityTo(connector: string, more: object = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: `${Date.now()}-${Math.random()}`,
    channelId: 'msteams',
    serviceUrl: connector,
    conversation: { id: 'a:chat', conversationType: 'personal', tenantId: TENANT },
    from: PERSON,
    recipient: BOT,
    text: 'entry:in-rek',
    channelData: { tenant: { id: TENANT } },
    ...more,
  };
}
