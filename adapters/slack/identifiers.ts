import type { Pseudonymize } from '../../src/shared/pseudonymize.ts';
import { firstOf, textAt } from './payload.ts';

/** Whether a channel id is that of a direct message. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** The pseudonym of a person: the same in all channels of a team. */
export function personOf(pseudonymize: Pseudonymize, body: unknown, user: string): string {
  return pseudonymize('who', teamOf(body), user);
}

/** The pseudonym of a conversation: each thread in a channel; a direct message as a whole, whatever its threads. */
export function conversationOf(
  pseudonymize: Pseudonymize,
  team: string,
  channel: string,
  thread: string,
): string {
  return pseudonymize('place', team, channel, isDirect(channel) ? '' : thread);
}

/** Keys that identify an event. Leaves out keys with an empty part, which would match other events too. */
export function eventKeys(pseudonymize: Pseudonymize, ...known: readonly (readonly string[])[]): string[] {
  return known.filter((parts) => !parts.includes('')).map((parts) => pseudonymize(...parts));
}

/** The id of the channel that a payload comes from; empty when there is none. */
export function channelOf(body: unknown): string {
  return firstOf(textAt(body, 'channel', 'id'), textAt(body, 'container', 'channel_id'));
}

/**
 * The id of the team or enterprise that installed the app; empty when there is none. For an app on a whole Enterprise
 * Grid `team` can be empty; in a shared channel the installing team is in `authorizations`.
 */
export function teamOf(body: unknown): string {
  return firstOf(
    textAt(body, 'authorizations', 0, 'team_id'),
    textAt(body, 'team_id'),
    textAt(body, 'team', 'id'),
    textAt(body, 'user', 'team_id'),
    textAt(body, 'enterprise_id'),
    textAt(body, 'enterprise', 'id'),
  );
}
