import type { Vote } from '../../src/assistant/index.ts';
import type { Language } from '../../src/core/index.ts';
import { channelOf, conversationOf, isDirect, names, personOf, teamOf } from './names.ts';
import { at, firstOf, meant, textAt } from './payload.ts';
import type { Disguise } from './payload.ts';
import { ACTIONS } from './render.ts';

/** Where an answer goes. */
export type Place =
  /** Seen by one person only, through the address that came with the press or the command. */
  | { readonly kind: 'private'; readonly url: string; readonly thread?: string; readonly canShare: boolean }
  /** In a thread; `url` is for when the bot may not write there. */
  | { readonly kind: 'thread'; readonly channel: string; readonly thread: string; readonly url?: string }
  | { readonly kind: 'home'; readonly user: string }
  | { readonly kind: 'modal'; readonly view: string; readonly trigger: string; readonly isRoot: boolean }
  /** A modal that is still to be opened; `message` is the text that the shortcut was used on. */
  | { readonly kind: 'shortcut'; readonly trigger: string; readonly message: string };

/** What every event has. */
export interface Event {
  /** Names of the event; when one of them was seen before, Slack sent it again. */
  readonly seen: readonly string[];
  /** The conversation it belongs to, without a person's id in it. */
  readonly conversation: string;
  /** Who did it, disguised. */
  readonly person: string;
  readonly place: Place;
}

/** Something said or chosen. */
export interface Asked extends Event {
  readonly text: string;
  readonly pressed: boolean;
  /** Of the reply that a button stands in. */
  readonly spoken?: Language | undefined;
  /** Whether to repeat the question above the answer: a command leaves no trace in the channel. */
  readonly repeat: boolean;
}

export type Pressed =
  | ({ readonly kind: 'asked' } & Asked)
  | ({ readonly kind: 'vote'; readonly language: Language } & Vote & Event)
  /** `answer` names the message whose answer is shared. */
  | ({
      readonly kind: 'share';
      readonly entry: string;
      readonly answer: string;
      readonly spoken?: Language | undefined;
    } & Event);

/** What a person said has no subtype, but for a message with a file, and one in a thread that is sent outside it too. */
const SAID: readonly unknown[] = [undefined, 'file_share', 'thread_broadcast'];

/** https://docs.slack.dev/interactivity/implementing-slash-commands/#app_command_handling */
export function readCommand(body: unknown, disguise: Disguise): Asked {
  const channel = textAt(body, 'channel_id');
  return {
    seen: names(disguise, ['trigger', textAt(body, 'trigger_id')]),
    conversation: disguise('person', teamOf(body), channel, textAt(body, 'user_id')),
    person: personOf(disguise, body, textAt(body, 'user_id')),
    text: meant(textAt(body, 'text')),
    pressed: false,
    place: { kind: 'private', url: textAt(body, 'response_url'), canShare: !isDirect(channel) },
    repeat: true,
  };
}

/**
 * A mention or a direct message; nothing for what the bot has no business with: edits, bots, joins, and messages
 * of a channel. https://docs.slack.dev/reference/events/message
 */
export function readMessage(body: unknown, disguise: Disguise): Asked | undefined {
  const event = at(body, 'event');
  const type = textAt(event, 'type');
  const subtype = at(event, 'subtype');
  const isMeant = type === 'app_mention' || (type === 'message' && textAt(event, 'channel_type') === 'im');
  const isPlain = SAID.includes(subtype);
  const isByBot = at(event, 'bot_id') !== undefined || ['', 'USLACKBOT'].includes(textAt(event, 'user'));
  const isEdited = at(event, 'edited') !== undefined || at(event, 'hidden') === true;
  if (!isMeant || !isPlain || isByBot || isEdited) return undefined;
  const [channel, ts] = [textAt(event, 'channel'), textAt(event, 'ts')];
  const thread = firstOf(textAt(event, 'thread_ts'), ts);
  return {
    // The same message has come under other event ids: https://github.com/slackapi/node-slack-sdk/issues/2141
    seen: names(disguise, ['event', textAt(body, 'event_id')], ['message', channel, ts]),
    conversation: conversationOf(disguise, teamOf(body), channel, thread),
    person: personOf(disguise, body, textAt(event, 'user')),
    text: meant(textAt(event, 'text')),
    pressed: false,
    place: { kind: 'thread', channel, thread },
    repeat: false,
  };
}

/** Whom to show the Home tab to; nothing when another tab was opened. */
export function readHome(body: unknown, disguise: Disguise): Event | undefined {
  const event = at(body, 'event');
  const user = textAt(event, 'user');
  if (textAt(event, 'tab') !== 'home' || user === '') return undefined;
  return {
    seen: names(disguise, ['event', textAt(body, 'event_id')]),
    conversation: disguise('view', teamOf(body), user),
    person: personOf(disguise, body, user),
    place: { kind: 'home', user },
  };
}

/** A pressed button; nothing when it is not one of ours. */
export function readAction(body: unknown, disguise: Disguise): Pressed | undefined {
  const action = at(body, 'actions', 0);
  const [id, value] = [textAt(action, 'action_id'), textAt(action, 'value')];
  const place = placeOf(body);
  if (value === '' || place === undefined) return undefined;
  const user = textAt(body, 'user', 'id');
  const stamp = firstOf(textAt(body, 'container', 'message_ts'), textAt(body, 'view', 'id'));
  const channel = channelOf(body);
  const event = {
    seen: names(disguise, ['trigger', textAt(body, 'trigger_id')]),
    conversation: pressedIn(place, teamOf(body), channel, user, disguise),
    person: personOf(disguise, body, user),
    place,
  };
  const [name = '', tongue] = id.split('.');
  const spoken: Language | undefined = tongue === 'nl' || tongue === 'en' ? tongue : undefined;
  if (name.startsWith(`${ACTIONS.choose}:`)) {
    return { kind: 'asked', ...event, spoken, text: value, pressed: true, repeat: false };
  }
  if (name === ACTIONS.useful || name === ACTIONS.notUseful) {
    const ballot = disguise('ballot', user, stamp);
    const useful = name === ACTIONS.useful;
    return { kind: 'vote', ...event, language: spoken ?? 'nl', entry: value, useful, ballot };
  }
  if (name !== ACTIONS.share) return undefined;
  const answer = disguise('answer', channel, stamp, user, value);
  return { kind: 'share', ...event, spoken, entry: value, answer };
}

/** A shortcut, on a message or without one. */
export function readShortcut(body: unknown, disguise: Disguise): Event {
  const trigger = textAt(body, 'trigger_id');
  const user = textAt(body, 'user', 'id');
  return {
    seen: names(disguise, ['trigger', trigger]),
    conversation: disguise('view', teamOf(body), user),
    person: personOf(disguise, body, user),
    place: { kind: 'shortcut', trigger, message: textAt(body, 'message', 'text') },
  };
}

/** In a view it is redrawn; in a thread everybody sees the answer; elsewhere only who pressed. */
function placeOf(body: unknown): Place | undefined {
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

function pressedIn(place: Place, team: string, channel: string, user: string, disguise: Disguise): string {
  switch (place.kind) {
    case 'private':
      return disguise('person', team, channel, user);
    case 'thread':
      return conversationOf(disguise, team, channel, place.thread);
    case 'home':
    case 'modal':
    case 'shortcut':
      return disguise('view', team, user);
  }
}
