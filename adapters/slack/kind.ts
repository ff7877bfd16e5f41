import { textAt } from './payload.ts';

/** The kinds of payload that the bot does something with. */
export type Kind = 'command' | 'message' | 'home' | 'action' | 'shortcut';

const EVENTS: ReadonlyMap<string, Kind> = new Map([
  ['app_mention', 'message'],
  ['message', 'message'],
  ['app_home_opened', 'home'],
]);
const INTERACTIONS: ReadonlyMap<string, Kind> = new Map([
  ['block_actions', 'action'],
  ['shortcut', 'shortcut'],
  ['message_action', 'shortcut'],
]);

/** What a payload is; nothing when it is not for this bot. */
export function kindOf(body: unknown): Kind | undefined {
  const event = textAt(body, 'event', 'type');
  if (event !== '') return EVENTS.get(event);
  if (textAt(body, 'command') !== '') return 'command';
  return INTERACTIONS.get(textAt(body, 'type'));
}
