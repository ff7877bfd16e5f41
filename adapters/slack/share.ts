import type { Parts } from './answer.ts';
import type { Responded } from './calls.ts';
import { faultOf } from './faults.ts';
import type { Pressed } from './read.ts';
import { renderMessage } from './render.ts';

/**
 * Puts an answer in the channel, without the name of who asked, once. It goes through the response address of the
 * press: that works in channels that the app is no member of. The private answer is then drawn again without the button.
 */
export async function share(
  { entry, answer, place, spoken }: Extract<Pressed, { kind: 'share' }>,
  { assistant, respond, log }: Pick<Parts, 'assistant' | 'respond' | 'log'>,
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
  const outcome = (await assistant.first([answer], 'share')) ? await put() : 'slack_al_gedeeld';
  const above = [assistant.say(outcome, {}, language)];
  await send(above, { response_type: 'ephemeral', replace_original: true });

  /** A second try could say it twice, when the first took too long to know: so who pressed is told, and may look. */
  async function put() {
    const above = [assistant.say('slack_gedeeld_door', {}, language)];
    try {
      await send(above, { response_type: 'in_channel', replace_original: false });
      return 'slack_gedeeld' as const;
    } catch (error) {
      log.error({ reason: faultOf(error).reason }, 'Slack did not take a shared answer');
      return 'slack_niet_gedeeld' as const;
    }
  }
}
