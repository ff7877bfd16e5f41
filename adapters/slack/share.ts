import type { Assistant } from '../../src/assistant/index.ts';
import type { Respond, Responded } from './calls.ts';
import type { Pressed } from './read.ts';
import { renderMessage } from './render.ts';

/**
 * Puts an answer in the channel, without the name of who asked, once. It goes through the response address of the
 * press: that works in channels that the app is no member of. The private answer is then drawn again without the button.
 * Rejects when Slack does not take one of the two.
 */
export async function share(
  { entry, answer, place, spoken }: Extract<Pressed, { kind: 'share' }>,
  { assistant, respond }: { readonly assistant: Assistant; readonly respond: Respond },
): Promise<void> {
  if (place.kind !== 'private') return;
  const reply = assistant.show(`entry:${entry}`, spoken);
  const { language } = reply;
  const tooLong = assistant.say('slack_ingekort', {}, language);
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  const send = (above: readonly string[], how: Pick<Responded, 'response_type' | 'replace_original'>) =>
    respond(place.url, { ...renderMessage(reply, { tooLong, above }), ...thread, ...how });
  if (reply.entry !== entry) {
    // An apology, or the word that this answer is gone, is for who pressed.
    await send([], { response_type: 'ephemeral', replace_original: false });
    return;
  }
  const tell = (key: 'slack_gedeeld' | 'slack_al_gedeeld' | 'slack_niet_gedeeld') =>
    send([assistant.say(key, {}, language)], { response_type: 'ephemeral', replace_original: true });
  if (!(await assistant.claim([answer], 'share'))) {
    await tell('slack_al_gedeeld');
    return;
  }
  try {
    const above = [assistant.say('slack_gedeeld_door', {}, language)];
    await send(above, { response_type: 'in_channel', replace_original: false });
  } catch (error) {
    // Trying again could say it twice, when the first try took too long to know: so who pressed is told, and may look.
    await tell('slack_niet_gedeeld');
    throw error;
  }
  await tell('slack_gedeeld');
}
