import { VOTE_TEXTS } from '../../src/assistant/index.ts';
import type { Assistant } from '../../src/assistant/index.ts';
import { plainText } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import type { Activity, InvokeResponse, OnTurn, Turn } from './activity.ts';
import { cardMessage, renderCard } from './card.ts';
import { checkStateOf, withoutChoices } from './checklist.ts';
import { checkDialog, dialogNotice, notice, ok, search } from './extension.ts';
import { objectOf } from './fields.ts';
import { englishOf, isAddressed, isShared, messageText, readPress, searchText, textOf } from './read.ts';
import type { Hide, Press } from './read.ts';
import { isWelcome, welcomeMessage } from './welcome.ts';

/** The command word of the self-check, as buttons send it. */
const CHECK = 'zelfcheck';

/** What the bot does with what happens in Teams. Activities that are not for it get no answer. */
export function createBot(assistant: Assistant, hide: Hide): OnTurn {
  const { say } = assistant;

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
    if (press === undefined && (!isAddressed(activity) || isShared(activity))) return;
    if (!(await isFirst(activity))) return;
    if (press?.kind === 'vote') {
      await turn.send({ type: 'message', textFormat: 'plain', text: await count(activity, press) });
    } else if (press?.kind === 'check') {
      const check = assistant.show(CHECK, press.language);
      const state = checkStateOf(check, press.data, 'chat');
      const shown = cardMessage(check, say, isAlone(activity) ? state : withoutChoices(state));
      if (isAlone(activity) && activity.replyToId !== undefined && check.kind === 'checklist')
        await turn.update(activity.replyToId, shown);
      else await turn.send(shown);
    } else {
      const reply = press === undefined ? ask(activity, textOf(activity)) : choose(activity, press.text);
      await turn.send(cardMessage(await reply, say));
    }
  }

  /** Teams tells in two ways that the bot was added. */
  async function welcome({ activity, send }: Turn): Promise<void> {
    if (!isWelcome(activity) || !(await assistant.claim([hide('welcome', activity.conversation.id)]))) return;
    await send(welcomeMessage(activity, say));
  }

  /** Requests that wait for their answer. The ones that this bot does not know are refused (501). */
  async function invoked(turn: Turn): Promise<InvokeResponse | undefined> {
    const { activity } = turn;
    const value = objectOf(activity.value);
    switch (activity.name ?? '') {
      case 'adaptiveCard/action':
        return pressed(turn, readPress(objectOf(value?.['action'])?.['data']));
      case 'composeExtension/query':
        return search(assistant, {
          text: searchText(value),
          person: personOf(activity.from),
          language: englishOf(activity),
        });
      case 'composeExtension/fetchTask':
        return checkDialog(assistant.show(CHECK), { kind: 'open', where: 'dialog' }, messageText(value), say);
      case 'composeExtension/submitAction': {
        const press = readPress(value?.['data']);
        if (press?.kind === 'check') {
          const check = assistant.show(CHECK, press.language);
          return checkDialog(check, checkStateOf(check, press.data, 'dialog'), messageText(value), say);
        }
        if (press?.kind !== 'ask') return ok({});
        return dialogNotice(plainText(await chooseOnce(activity, press.text, dialogOf(activity))));
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
        const check = assistant.show(CHECK, press.language);
        // No self-check any more: that is told, and the card stays as it is filled in.
        if (check.kind !== 'checklist')
          return inPlace('application/vnd.microsoft.activity.message', plainText(check));
        const state = checkStateOf(check, press.data, 'chat');
        // What is shown in place can fall back to the old card; in a group only the one who answered may see it.
        if (state.kind === 'done' && isAlone(activity) && activity.replyToId !== undefined)
          await turn.update(activity.replyToId, cardMessage(check, say, state));
        return inPlace(ADAPTIVE_CARD, renderCard(check, say, state));
      }
      case 'ask':
        return inPlace(ADAPTIVE_CARD, renderCard(await chooseOnce(activity, press.text), say));
    }
  }

  async function count(activity: Activity, vote: Press & { kind: 'vote' }): Promise<string> {
    const { replyToId, from } = activity;
    const { entry, useful, language } = vote;
    const ballot = hide('ballot', replyToId, from.id);
    const conversation = chatOf(activity);
    const person = personOf(from);
    const outcome = await assistant.feedback({ entry, useful, ballot, conversation, person });
    return say(VOTE_TEXTS[outcome], {}, language);
  }

  /** In a channel each thread is a conversation: its id says so. */
  function ask(activity: Activity, text: string): Promise<Reply> {
    return assistant.reply({ conversation: chatOf(activity), text, person: personOf(activity.from) });
  }

  function choose(activity: Activity, text: string, conversation = chatOf(activity)): Promise<Reply> {
    return assistant.reply({ conversation, text, pressed: true, person: personOf(activity.from) });
  }

  /** For a request that waits for its answer: when it comes again it is answered again, but was asked once. */
  async function chooseOnce(activity: Activity, text: string, conversation?: string): Promise<Reply> {
    return (await isFirst(activity)) ? choose(activity, text, conversation) : assistant.show(text);
  }

  function personOf({ id }: Activity['from']): string {
    return hide('person', id);
  }

  function chatOf({ conversation }: Activity): string {
    return hide('chat', conversation.id);
  }

  /** What a person does beside a conversation is no part of it. */
  function dialogOf({ from }: Activity): string {
    return hide('dialog', from.id);
  }

  /** Teams sends a message again when the answer takes long. */
  function isFirst({ conversation, id }: Activity): Promise<boolean> {
    return assistant.claim(id === undefined ? [] : [hide('message', conversation.id, id)]);
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
