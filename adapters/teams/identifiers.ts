import type { Pseudonymize } from '../../src/shared/pseudonymize.ts';
import type { Activity } from './activity.ts';
import type { Press } from './read.ts';

/** The pseudonyms of what an activity is about. */
export interface Identifiers {
  readonly person: (activity: Activity) => string;
  /** In a channel each thread has a conversation id of its own. */
  readonly chat: (activity: Activity) => string;
  /** The dialog of a person is a conversation of its own. */
  readonly dialog: (activity: Activity) => string;
  /** One for each person and answer. */
  readonly ballot: (activity: Activity) => string;
  readonly welcome: (activity: Activity) => string;
  /** Empty for an activity without an id, which cannot be recognised. */
  readonly deliveries: (activity: Activity) => readonly string[];
  /** The same for each press of one button by one person. */
  readonly press: (activity: Activity, press: Press) => string;
}

/** Returns the functions that give the pseudonyms. */
export function createIdentifiers(pseudonymize: Pseudonymize): Identifiers {
  return {
    person: ({ from }) => pseudonymize('person', from.id),
    chat: ({ conversation }) => pseudonymize('chat', conversation.id),
    dialog: ({ from }) => pseudonymize('dialog', from.id),
    ballot: ({ replyToId, from }) => pseudonymize('ballot', replyToId, from.id),
    welcome: ({ conversation }) => pseudonymize('welcome', conversation.id),
    deliveries: ({ conversation, id }) =>
      id === undefined ? [] : [pseudonymize('message', conversation.id, id)],
    press: ({ conversation, replyToId, from }, press) =>
      pseudonymize('press', conversation.id, replyToId, from.id, JSON.stringify(press)),
  };
}
