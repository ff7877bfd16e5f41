import { randomBytes } from 'node:crypto';
import type { Assistant } from '../../src/assistant/index.ts';
import { plainText } from '../../src/core/index.ts';
import type { Language, Reply } from '../../src/core/index.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import type { Activity, InvokeResponse, OnTurn, Turn } from './activity.ts';
import { cardMessage, renderCard } from './card.ts';
import { checkDialog, dialogNotice, doneDialog, notice, ok, search } from './extension.ts';
import { createHide, isAddressed, messageText, readPress, searchText, textOf } from './read.ts';
import type { Press } from './read.ts';
import { objectOf } from './fields.ts';

/** The command word of the self-check, as buttons send it. */
const CHECK = 'zelfcheck';

/** What the bot does with what happens in Teams. Activities that are not for it get no answer. */
export function createBot(assistant: Assistant): OnTurn {
  const { say } = assistant;
  const hide = createHide(randomBytes(32));

  return async (turn) => {
    try {
      return await take(turn);
    } catch (error) {
      return apologise(turn, error);
    }
  };

  async function take(turn: Turn): Promise<InvokeResponse | undefined> {
    const { activity } = turn;
    if (activity.from.id === activity.recipient.id) return undefined;
    switch (activity.type) {
      case 'message':
        await answer(turn);
        return undefined;
      case 'conversationUpdate':
      case 'installationUpdate':
        await welcome(turn);
        return undefined;
      case 'invoke':
        return invoked(turn);
      default:
        return undefined;
    }
  }

  async function answer(turn: Turn): Promise<void> {
    const { activity } = turn;
    const press = readPress(activity.value);
    // A card that a person shares is no question.
    if (press === undefined && (!isAddressed(activity) || activity.holdsCard)) return;
    if (!(await isFirst(activity))) return;
    if (press?.kind === 'vote') {
      await turn.send({ type: 'message', textFormat: 'plain', text: await count(activity, press) });
    } else if (press?.kind === 'check') {
      const alone = isAlone(activity);
      const check = { doubts: alone ? press.doubts : undefined };
      const done = cardMessage(await ask(activity, CHECK), say, check);
      if (alone && activity.replyToId !== undefined) await turn.update(activity.replyToId, done);
      else await turn.send(done);
    } else {
      await turn.send(cardMessage(await ask(activity, press?.text ?? textOf(activity)), say));
    }
  }

  /** Says hello once, when the bot itself was added; Teams tells that in two ways. */
  async function welcome({ activity, send }: Turn): Promise<void> {
    const { type, action, membersAdded, recipient, conversation } = activity;
    const isAdded =
      type === 'installationUpdate' ? action === 'add' : membersAdded.some(({ id }) => id === recipient.id);
    if (!isAdded || !(await assistant.first(`welcome:${conversation.id}`))) return;
    const language: Language | undefined = /^en\b/i.test(activity.locale ?? '') ? 'en' : undefined;
    const tell = (key: Parameters<typeof say>[0]) => say(key, {}, language);
    await send(
      cardMessage(
        {
          kind: 'help',
          language: language ?? 'nl',
          blocks: [
            { kind: 'heading', text: tell('teams_welkom') },
            { kind: 'paragraph', text: tell('welkom') },
            ...(isAddressed(activity) ? [] : [{ kind: 'paragraph', text: tell('teams_noem') } as const]),
            {
              kind: 'choices',
              choices: [
                { label: tell('onderwerpen_knop'), value: 'onderwerpen' },
                { label: tell('hulp_knop'), value: 'help' },
              ],
            },
          ],
        },
        say,
      ),
    );
  }

  /** Requests that wait for their answer. The ones that this bot does not know are refused (501). */
  async function invoked(turn: Turn): Promise<InvokeResponse | undefined> {
    const { activity } = turn;
    const value = objectOf(activity.value);
    switch (activity.name ?? '') {
      case 'adaptiveCard/action':
        return pressed(turn, readPress(objectOf(value?.['action'])?.['data']));
      case 'composeExtension/query':
        return search(assistant, ownConversation(activity), searchText(value));
      case 'composeExtension/fetchTask':
        return checkDialog(await ask(activity, CHECK, ownConversation(activity)), messageText(value), say);
      case 'composeExtension/submitAction': {
        const press = readPress(value?.['data']);
        const conversation = ownConversation(activity);
        if (press?.kind === 'check')
          return doneDialog(await ask(activity, CHECK, conversation), press.doubts, say);
        if (press?.kind !== 'ask') return ok({});
        return dialogNotice(plainText(await ask(activity, press.text, conversation)));
      }
      case 'message/submitAction':
        // Teams' own thumbs, which tell nothing of the entry. Any body would be an error.
        return ok({});
      default:
        return undefined;
    }
  }

  /** A button that gets its answer in place. */
  async function pressed(turn: Turn, press: Press | undefined): Promise<InvokeResponse> {
    const { activity } = turn;
    if (press === undefined) return { status: 400 };
    switch (press.kind) {
      case 'vote':
        return inPlace('application/vnd.microsoft.activity.message', await count(activity, press));
      case 'check': {
        const check = await ask(activity, CHECK);
        // What is shown in place can fall back to the old card; in a group only the one who answered may see it.
        if (isAlone(activity) && activity.replyToId !== undefined)
          await turn.update(activity.replyToId, cardMessage(check, say, press));
        return inPlace(ADAPTIVE_CARD, renderCard(check, say, press));
      }
      case 'ask':
        return inPlace(ADAPTIVE_CARD, renderCard(await ask(activity, press.text), say));
    }
  }

  async function count({ replyToId, from }: Activity, vote: Press & { kind: 'vote' }): Promise<string> {
    const { entry, useful, language } = vote;
    const isCounted = await assistant.feedback({ entry, useful, ballot: hide(replyToId, from.id) });
    return say(isCounted ? 'teams_bedankt' : 'teams_al_geteld', {}, language);
  }

  /** In a channel each thread is a conversation: its id says so. */
  function ask({ conversation }: Activity, text: string, key = conversation.id): Promise<Reply> {
    return assistant.reply({ conversation: key, text });
  }

  /** What a person does beside a conversation is no part of it. */
  function ownConversation({ from }: Activity): string {
    return `extension:${hide(from.id)}`;
  }

  /** Teams sends a message again when the answer takes long. */
  async function isFirst({ conversation, id }: Activity): Promise<boolean> {
    return id === undefined || assistant.first(`${conversation.id} ${id}`);
  }

  async function apologise({ activity, send }: Turn, error: unknown): Promise<InvokeResponse | undefined> {
    const sorry = assistant.sorry(error);
    if (activity.type !== 'invoke') {
      await send(cardMessage(sorry, say));
      return undefined;
    }
    const text = plainText(sorry);
    if (activity.name === 'composeExtension/query') return notice(text);
    return activity.name === 'adaptiveCard/action'
      ? inPlace('application/vnd.microsoft.activity.message', text)
      : dialogNotice(text);
  }
}

const isAlone = ({ conversation }: Activity) => conversation.conversationType === 'personal';

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
function inPlace(type: string, value: string | ReturnType<typeof renderCard>): InvokeResponse {
  return ok({ statusCode: 200, type, value });
}
