import type { Vote } from '../../src/assistant/index.ts';
import { reasonNamed } from '../../src/core/index.ts';
import type { Language } from '../../src/core/index.ts';
import type { Pseudonymize } from '../../src/shared/pseudonymize.ts';
import { channelOf, conversationOf, isDirect, eventKeys, personOf, teamOf } from './identifiers.ts';
import { messageText } from './message-text.ts';
import { conversationOfPress, destinationOf } from './destination.ts';
import type { Destination } from './destination.ts';
import { at, firstOf, typedText, textAt } from './payload.ts';
import { ACTIONS, languageOf } from './render.ts';

/** What all events have. */
export interface SlackEvent {
  /** For deduplication: an event with a known key was delivered before. */
  readonly keys: readonly string[];
  /** For a button: the same for each press of it by one person, until the view that it is in changes. */
  readonly press?: string;
  /** Pseudonym of the conversation. */
  readonly conversation: string;
  /** Pseudonym of the person. */
  readonly person: string;
  readonly destination: Destination;
}

/** A question that was typed or chosen. */
export interface Asked extends SlackEvent {
  readonly text: string;
  readonly pressed: boolean;
  /** The language of the reply that the button is part of. */
  readonly language?: Language | undefined;
  /** Whether to repeat the question above the answer: Slack does not show a command in the channel. */
  readonly repeat: boolean;
}

/** A pressed button. */
export type Pressed =
  | ({ readonly kind: 'asked' } & Asked)
  | ({ readonly kind: 'vote'; readonly language: Language } & Vote & SlackEvent)
  /** Opens the self-check of an entry in a modal. */
  | ({
      readonly kind: 'check';
      readonly entry: string;
      readonly trigger: string;
      readonly language?: Language | undefined;
    } & SlackEvent)
  /** `answer` is the pseudonym of the answer that is shared. */
  | ({
      readonly kind: 'share';
      readonly entry: string;
      readonly answer: string;
      readonly language?: Language | undefined;
    } & SlackEvent);

/** Subtypes of typed messages: none, with a file, or a reply in a thread that is also sent to the channel. */
const TYPED_SUBTYPES: readonly unknown[] = [undefined, 'file_share', 'thread_broadcast'];

/** Reads a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands/#app_command_handling */
export function readCommand(body: unknown, pseudonymize: Pseudonymize): Asked {
  const channel = textAt(body, 'channel_id');
  return {
    keys: eventKeys(pseudonymize, ['trigger', textAt(body, 'trigger_id')]),
    conversation: pseudonymize('person', teamOf(body), channel, textAt(body, 'user_id')),
    person: personOf(pseudonymize, body, textAt(body, 'user_id')),
    text: typedText(textAt(body, 'text')),
    pressed: false,
    destination: { kind: 'private', url: textAt(body, 'response_url'), canShare: !isDirect(channel) },
    repeat: true,
  };
}

/**
 * Reads a mention or a direct message; `undefined` for edits, bots, joins, and messages of a channel that are not for the
 * bot. https://docs.slack.dev/reference/events/message
 */
export function readMessage(body: unknown, pseudonymize: Pseudonymize): Asked | undefined {
  const event = at(body, 'event');
  const type = textAt(event, 'type');
  const subtype = at(event, 'subtype');
  const isMeant = type === 'app_mention' || (type === 'message' && textAt(event, 'channel_type') === 'im');
  const isPlain = TYPED_SUBTYPES.includes(subtype);
  const isByBot = at(event, 'bot_id') !== undefined || ['', 'USLACKBOT'].includes(textAt(event, 'user'));
  const isEdited = at(event, 'edited') !== undefined || at(event, 'hidden') === true;
  if (!isMeant || !isPlain || isByBot || isEdited) return undefined;
  const [channel, ts] = [textAt(event, 'channel'), textAt(event, 'ts')];
  const thread = firstOf(textAt(event, 'thread_ts'), ts);
  const { own, attached } = messageText(event);
  return {
    // Slack can send one message under several event ids: https://github.com/slackapi/node-slack-sdk/issues/2141
    keys: eventKeys(pseudonymize, ['event', textAt(body, 'event_id')], ['message', channel, ts]),
    conversation: conversationOf(pseudonymize, teamOf(body), channel, thread),
    person: personOf(pseudonymize, body, textAt(event, 'user')),
    // Somebody who forwards a message without a word asks what is in it.
    text: firstOf(typedText(own), typedText(attached)),
    pressed: false,
    destination: { kind: 'thread', channel, thread },
    repeat: false,
  };
}

/** Reads the opening of the Home tab; `undefined` for another tab. */
export function readHome(body: unknown, pseudonymize: Pseudonymize): SlackEvent | undefined {
  const event = at(body, 'event');
  const user = textAt(event, 'user');
  if (textAt(event, 'tab') !== 'home' || user === '') return undefined;
  return {
    keys: eventKeys(pseudonymize, ['event', textAt(body, 'event_id')]),
    conversation: pseudonymize('view', teamOf(body), user),
    person: personOf(pseudonymize, body, user),
    destination: { kind: 'home', user },
  };
}

/** Reads a pressed button; `undefined` when it is not one of this bot. */
export function readAction(body: unknown, pseudonymize: Pseudonymize): Pressed | undefined {
  const action = at(body, 'actions', 0);
  const id = textAt(action, 'action_id');
  // Of a button, or of the option that was picked in a select.
  const value = firstOf(textAt(action, 'value'), textAt(action, 'selected_option', 'value'));
  const destination = destinationOf(body);
  if (value === '' || destination === undefined) return undefined;
  const user = textAt(body, 'user', 'id');
  const stamp = firstOf(textAt(body, 'container', 'message_ts'), textAt(body, 'view', 'id'));
  const channel = channelOf(body);
  const event = {
    keys: eventKeys(pseudonymize, ['trigger', textAt(body, 'trigger_id')]),
    press: pseudonymize('press', user, channel, stamp, textAt(body, 'view', 'hash'), id, value),
    conversation: conversationOfPress(destination, teamOf(body), channel, user, pseudonymize),
    person: personOf(pseudonymize, body, user),
    destination,
  };
  const [name = ''] = id.split('.');
  const language = languageOf(id);
  if (name.startsWith(`${ACTIONS.choose}:`) || name === ACTIONS.suggest) {
    return { kind: 'asked', ...event, language, text: value, pressed: true, repeat: false };
  }
  if (name === ACTIONS.useful || name === ACTIONS.notUseful) {
    const ballot = pseudonymize('ballot', user, stamp);
    const useful = name === ACTIONS.useful;
    return { kind: 'vote', ...event, language: language ?? 'nl', entry: value, useful, ballot };
  }
  const reason = name.startsWith(`${ACTIONS.reason}:`)
    ? reasonNamed(name.slice(ACTIONS.reason.length + 1))
    : undefined;
  if (reason !== undefined) {
    const [entry = '', ballot = ''] = value.split(' ');
    return { kind: 'vote', ...event, language: language ?? 'nl', entry, useful: false, reason, ballot };
  }
  if (name === ACTIONS.check)
    return { kind: 'check', ...event, language, entry: value, trigger: textAt(body, 'trigger_id') };
  if (name !== ACTIONS.share) return undefined;
  const answer = pseudonymize('answer', channel, stamp, user, value);
  return { kind: 'share', ...event, language, entry: value, answer };
}

/** Reads a shortcut, on a message or without one. */
export function readShortcut(body: unknown, pseudonymize: Pseudonymize): SlackEvent {
  const trigger = textAt(body, 'trigger_id');
  const user = textAt(body, 'user', 'id');
  const { own, attached } = messageText(at(body, 'message'));
  const message = `${own}\n\n${attached}`.trim();
  return {
    keys: eventKeys(pseudonymize, ['trigger', trigger]),
    conversation: pseudonymize('view', teamOf(body), user),
    person: personOf(pseudonymize, body, user),
    destination: { kind: 'shortcut', trigger, ...(at(body, 'message') !== undefined && { message }) },
  };
}
