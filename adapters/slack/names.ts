import { firstOf, textAt } from './payload.ts';
import type { Disguise } from './payload.ts';

/** Who, where and what, by names that the rest of the bot may know; see `Disguise`. */

export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

export function personOf(disguise: Disguise, body: unknown, user: string): string {
  return disguise('who', teamOf(body), user);
}

/** A direct message is one conversation, whatever threads Slack makes of it; in a channel each thread is one. */
export function conversationOf(disguise: Disguise, team: string, channel: string, thread: string): string {
  return disguise('place', team, channel, isDirect(channel) ? '' : thread);
}

/** Of these names those that are complete: an event without an id is never taken for another one. */
export function names(disguise: Disguise, ...known: readonly (readonly string[])[]): string[] {
  return known.filter((parts) => !parts.includes('')).map((parts) => disguise(...parts));
}

export function channelOf(body: unknown): string {
  return firstOf(textAt(body, 'channel', 'id'), textAt(body, 'container', 'channel_id'));
}

/**
 * Of an app that is installed on a whole Enterprise Grid `team` can be empty; in a shared channel the team that
 * installed the app is in `authorizations`.
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
