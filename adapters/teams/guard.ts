import { isIPv6 } from 'node:net';
import type { Account, Activity, Mention } from './activity.ts';
import { createFields, objectOf } from './fields.ts';
import type { Fields, Raw } from './fields.ts';

/** Why a request is not taken: the status it gets, without a body. */
export type Refusal = 400 | 403;

/** Says whether replies may be sent to this address. */
export type Trusts = (url: URL) => boolean;

/** A message in Teams is 28 KB; nobody types a question this long. */
const MOST_TEXT = 4_000;

/**
 * Where Teams takes replies, in the public cloud (GCC is a part of it). Other clouds sign in elsewhere, which this bot
 * cannot.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const HOSTS: ReadonlySet<string> = new Set(['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com']);
const DOMAIN = '.botframework.com';

/** The bot sends its own token along: only to Microsoft, only encrypted. */
export const trustsTeams: Trusts = ({ protocol, hostname, port }) =>
  protocol === 'https:' && port === '' && (HOSTS.has(hostname) || hostname.endsWith(DOMAIN));

/** The Agents Playground on this machine. */
export const trustsLoopback: Trusts = ({ protocol, hostname }) =>
  (protocol === 'http:' || protocol === 'https:') && isLoopback(hostname);

export function isLoopback(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/^::ffff:/, '');
  return bare === 'localhost' || /^127(\.\d{1,3}){3}$/.test(bare) || (isIPv6(bare) && bare === '::1');
}

/**
 * Reads an activity and checks every field that is used. Malformed is 400; another channel than Teams, or an address
 * that replies may not go to, is 403.
 */
export function readActivity(body: Buffer, channels: readonly string[], trusts: Trusts): Activity | Refusal {
  const raw = objectOf(parse(body));
  const fields = raw && activityOf(raw);
  if (fields === undefined) return 400;
  const url = URL.parse(fields.serviceUrl);
  if (url === null || url.username !== '' || url.password !== '') return 400;
  return channels.includes(fields.channelId) && trusts(url) ? fields : 403;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The fields that are used, when none of them is wrong. */
function activityOf(raw: Raw): Activity | undefined {
  const fields = createFields();
  const { string, id, needed } = fields;
  const conversation = fields.object(raw['conversation']) ?? {};
  const text = string(raw['text'], Number.MAX_SAFE_INTEGER)?.slice(0, MOST_TEXT);
  const activity = {
    type: needed(id(raw['type']), ''),
    channelId: needed(id(raw['channelId']), ''),
    serviceUrl: needed(id(raw['serviceUrl']), ''),
    conversation: {
      id: needed(id(conversation['id']), ''),
      ...present({
        conversationType: string(conversation['conversationType']),
        isGroup: fields.boolean(conversation['isGroup']),
        tenantId: string(conversation['tenantId']),
      }),
    },
    tenants: tenantsIn(raw, conversation, fields),
    from: needed(accountOf(raw['from'], fields), { id: '' }),
    recipient: needed(accountOf(raw['recipient'], fields), { id: '' }),
    mentions: fields.list(raw['entities'], (item) => mentionOf(item, fields)),
    membersAdded: fields.list(raw['membersAdded'], (item) => accountOf(item, fields)),
    holdsCard: fields
      .list(raw['attachments'], (item) => string(fields.object(item)?.['contentType']))
      .some((type) => type.startsWith('application/vnd.microsoft.card')),
    value: raw['value'],
    ...present({
      id: id(raw['id']),
      sentAt: fields.time(raw['timestamp']),
      deliveryMode: string(raw['deliveryMode']),
      text,
      locale: string(raw['locale']),
      name: string(raw['name']),
      replyToId: id(raw['replyToId']),
      action: string(raw['action']),
    }),
  };
  return fields.areSound() ? activity : undefined;
}

type Present<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> };

/** Without what was not given. */
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

function tenantsIn(raw: Raw, conversation: Raw, { object, string }: Fields): readonly string[] {
  const { tenant } = object(raw['channelData']) ?? {};
  const named = [conversation['tenantId'], object(tenant)?.['id']];
  return named.map((id) => string(id)).filter((id) => id !== undefined);
}

function accountOf(value: unknown, { object, id, string, needed }: Fields): Account | undefined {
  const raw = object(value);
  return raw && { id: needed(id(raw['id']), ''), ...present({ name: string(raw['name']) }) };
}

function mentionOf(value: unknown, fields: Fields): Mention | undefined {
  const raw = fields.object(value);
  if (raw?.['type'] !== 'mention') return undefined;
  const mentioned = accountOf(raw['mentioned'], fields);
  return mentioned && { ...mentioned, ...present({ text: fields.string(raw['text']) }) };
}
