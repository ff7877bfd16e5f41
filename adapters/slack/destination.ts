import type { Pseudonymize } from '../../src/shared/pseudonymize.ts';
import { channelOf, conversationOf, isDirect } from './identifiers.ts';
import { at, firstOf, textAt } from './payload.ts';

/** Where an answer is sent. */
export type Destination =
  /** Visible to one person, through the `response_url` of a button or command. */
  | { readonly kind: 'private'; readonly url: string; readonly thread?: string; readonly canShare: boolean }
  /** A thread; `url` serves when the bot may not write there. */
  | { readonly kind: 'thread'; readonly channel: string; readonly thread: string; readonly url?: string }
  | { readonly kind: 'home'; readonly user: string }
  | { readonly kind: 'modal'; readonly view: string; readonly trigger: string; readonly isRoot: boolean }
  /** A modal to open; `message` is the text of the message that the shortcut was used on, absent without a message. */
  | { readonly kind: 'shortcut'; readonly trigger: string; readonly message?: string };

/** Returns where the answer to a pressed button goes: the view itself; the thread; or a message that only the person who pressed sees. */
export function destinationOf(body: unknown): Destination | undefined {
  const view = at(body, 'view');
  if (textAt(view, 'type') === 'home') return { kind: 'home', user: textAt(body, 'user', 'id') };
  if (textAt(view, 'type') === 'modal') {
    const id = textAt(view, 'id');
    const isRoot = [id, ''].includes(textAt(view, 'root_view_id'));
    return { kind: 'modal', view: id, trigger: textAt(body, 'trigger_id'), isRoot };
  }
  const channel = channelOf(body);
  const url = textAt(body, 'response_url');
  const thread = textAt(body, 'container', 'thread_ts');
  const isPrivate = at(body, 'container', 'is_ephemeral') === true;
  const root = firstOf(thread, isDirect(channel) ? textAt(body, 'container', 'message_ts') : '');
  if (!isPrivate && root !== '' && channel !== '') {
    return { kind: 'thread', channel, thread: root, ...(url !== '' && { url }) };
  }
  if (url === '') return undefined;
  return { kind: 'private', url, canShare: !isDirect(channel), ...(thread !== '' && { thread }) };
}

/** Returns the pseudonym of the conversation that a pressed button belongs to. */
export function conversationOfPress(
  destination: Destination,
  team: string,
  channel: string,
  user: string,
  pseudonymize: Pseudonymize,
): string {
  switch (destination.kind) {
    case 'private':
      return pseudonymize('person', team, channel, user);
    case 'thread':
      return conversationOf(pseudonymize, team, channel, destination.thread);
    case 'home':
    case 'modal':
    case 'shortcut':
      return pseudonymize('view', team, user);
  }
}
