import { isSameEntry } from '../../src/core/index.ts';
import type { Respond, ResponseMessage } from './calls.ts';
import type { Pressed } from './read.ts';
import { renderMessage } from './render.ts';
import type { SlackAssistant } from './texts.ts';

/**
 * Posts an answer in the channel once, without the name of the person, and renders the private answer again, without the
 * button. Uses the `response_url` of the press, which works in channels that the app is not a member of.
 * @throws {CallError} when one of the two messages cannot be sent
 */
export async function share(
  { entry, answer, destination, language: buttonLanguage }: Extract<Pressed, { kind: 'share' }>,
  { assistant, respond }: { readonly assistant: SlackAssistant; readonly respond: Respond },
): Promise<void> {
  if (destination.kind !== 'private') return;
  const reply = assistant.show(`entry:${entry}`, buttonLanguage);
  const { language } = reply;
  const shortenedNotice = assistant.say('slack_ingekort', {}, language);
  const thread = destination.thread === undefined ? {} : { thread_ts: destination.thread };
  const send = (above: readonly string[], how: Pick<ResponseMessage, 'response_type' | 'replace_original'>) =>
    respond(destination.url, { ...renderMessage(reply, { shortenedNotice, above }), ...thread, ...how });
  if (reply.entry === undefined || !isSameEntry(reply.entry, entry)) {
    // An apology, or the notice that the entry is gone, is only for the person who pressed.
    await send([], { response_type: 'ephemeral', replace_original: false });
    return;
  }
  const notify = (key: 'slack_gedeeld' | 'slack_al_gedeeld' | 'slack_niet_gedeeld') =>
    send([assistant.say(key, {}, language)], { response_type: 'ephemeral', replace_original: true });
  if (!(await assistant.claim([answer], 'share'))) {
    await notify('slack_al_gedeeld');
    return;
  }
  try {
    const above = [assistant.say('slack_gedeeld_door', {}, language)];
    await send(above, { response_type: 'in_channel', replace_original: false });
  } catch (error) {
    // After a timeout the answer may have been posted, so it is not sent again; the person can see whether it was.
    await notify('slack_niet_gedeeld');
    throw error;
  }
  await notify('slack_gedeeld');
}
