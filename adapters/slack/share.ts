import type { Parts } from './answer.ts';
import type { Pressed } from './read.ts';
import { renderMessage } from './render.ts';

/**
 * Puts an answer in the channel, without the name of who asked, once. It goes through the response address of the
 * press: that works in channels that the app is no member of. The private answer is then drawn again without the button.
 */
export async function share(
  { entry, answer, conversation, place }: Extract<Pressed, { kind: 'share' }>,
  { assistant, respond }: Pick<Parts, 'assistant' | 'respond'>,
): Promise<void> {
  if (place.kind !== 'private') return;
  const reply = await assistant.reply({ conversation, text: `entry:${entry}` });
  const { language } = reply;
  const tooLong = assistant.say('slack_ingekort', {}, language);
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  const isFirst = await assistant.first(answer);
  if (isFirst) {
    const above = [assistant.say('slack_gedeeld_door', {}, language)];
    await respond(place.url, {
      ...renderMessage(reply, { tooLong, above }),
      ...thread,
      response_type: 'in_channel',
      replace_original: false,
    });
  }
  const above = [assistant.say(isFirst ? 'slack_gedeeld' : 'slack_al_gedeeld', {}, language)];
  await respond(place.url, {
    ...renderMessage(reply, { tooLong, above }),
    ...thread,
    response_type: 'ephemeral',
    replace_original: true,
  });
}
