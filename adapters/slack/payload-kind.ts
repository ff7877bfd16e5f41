import { textAt } from './payload.ts';

/** The kinds of payload that the bot handles. */
export type PayloadKind = 'command' | 'message' | 'home' | 'action' | 'shortcut' | 'submission';

const EVENTS: ReadonlyMap<string, PayloadKind> = new Map([
  ['app_mention', 'message'],
  ['message', 'message'],
  ['app_home_opened', 'home'],
]);
const INTERACTIONS: ReadonlyMap<string, PayloadKind> = new Map([
  ['block_actions', 'action'],
  ['shortcut', 'shortcut'],
  ['message_action', 'shortcut'],
  ['view_submission', 'submission'],
]);

/** The kind of a payload; `undefined` when the bot does not handle it. */
export function kindOf(body: unknown): PayloadKind | undefined {
  const event = textAt(body, 'event', 'type');
  if (event !== '') return EVENTS.get(event);
  if (textAt(body, 'command') !== '') return 'command';
  return INTERACTIONS.get(textAt(body, 'type'));
}
