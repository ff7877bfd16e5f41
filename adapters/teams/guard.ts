import { parseActivity } from './activity-schema.ts';
import type { Activity } from './activity.ts';

/** The status of a request that is refused; the response has no body. */
export type Refusal = 400 | 403;

/** Whether replies may be sent to an address. */
export type Trusts = (url: URL) => boolean;

/**
 * Where Teams receives replies in the public cloud, which GCC is part of. Other clouds have another sign-in, which is not
 * supported.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const HOSTS: ReadonlySet<string> = new Set(['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com']);
const DOMAIN = '.botframework.com';

/** Trusts Microsoft's hosts, over HTTPS only, because the bot's token is sent there. */
export const trustsTeams: Trusts = ({ protocol, hostname, port }) =>
  protocol === 'https:' && port === '' && (HOSTS.has(hostname) || hostname.endsWith(DOMAIN));

/** Trusts this machine, for the Agents Playground. */
export const trustsLoopback: Trusts = ({ protocol, hostname }) =>
  (protocol === 'http:' || protocol === 'https:') && isLoopback(hostname);

/** Whether an address of a socket or a host name of a URL is this machine. */
export function isLoopback(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/^::ffff:/, '');
  return bare === 'localhost' || /^127(\.\d{1,3}){3}$/.test(bare) || bare === '::1';
}

/**
 * Reads the body of a request as an activity. Returns 400 when it is malformed; 403 for another channel than `channels`,
 * or an address for replies that is not trusted.
 */
export function readActivity(body: Buffer, channels: readonly string[], trusts: Trusts): Activity | Refusal {
  const activity = parseActivity(parseJson(body));
  if (activity === undefined) return 400;
  const url = URL.parse(activity.serviceUrl);
  if (url === null || url.username !== '' || url.password !== '') return 400;
  return channels.includes(activity.channelId) && trusts(url) ? activity : 403;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
