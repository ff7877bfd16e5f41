import { entryValue, plainText } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import type { Pseudonymize } from '../../src/shared/pseudonymize.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import type { Activity, InvokeResponse, OnTurn, Turn } from './activity.ts';
import { cardMessage, renderCard } from './card.ts';
import { CHECK, fillIn, withoutChoices } from './checklist.ts';
import { checkDialog, dialogNotice, notice, ok, searchResponse } from './extension.ts';
import {
  englishOf,
  isAddressed,
  isOnlyCard,
  readCardAction,
  readPress,
  readSubmitAction,
  searchText,
  textOf,
} from './read.ts';
import type { Press } from './read.ts';
import { messageText } from './message-text.ts';
import { replaceCard } from './replace-card.ts';
import type { TeamsAssistant } from './texts.ts';
import { createIdentifiers } from './identifiers.ts';
import { voteMessage, withVote } from './vote.ts';
import { isWelcome, welcomeMessage } from './welcome.ts';

const MESSAGE = 'application/vnd.microsoft.activity.message';

/** Creates the handler of turns. Activities that are not for the bot get no answer. */
export function createBot(assistant: TeamsAssistant, pseudonymize: Pseudonymize): OnTurn {
  const { say } = assistant;
  const idOf = createIdentifiers(pseudonymize);

  return async (turn) => {
    try {
      return await handle(turn);
    } catch (error) {
      return apologise(turn, error);
    }
  };

  async function handle(turn: Turn): Promise<InvokeResponse | undefined> {
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
        return handleInvoke(turn);
      default:
        return undefined;
    }
  }

  async function answer(turn: Turn): Promise<void> {
    const { activity } = turn;
    const press = readPress(activity.value);
    if (press === undefined && (!isAddressed(activity) || isOnlyCard(activity))) return;
    // A self-check that is filled in again is drawn again in its place.
    if (!(await isNew(activity, press?.kind === 'check' ? undefined : press))) return;
    if (press?.kind === 'vote') {
      await turn.send(voteMessage(await recordVote(activity, press), say));
    } else if (press?.kind === 'check') {
      const { check, state } = fillIn(assistant, press, 'chat');
      const shown = cardMessage(check, say, isPersonal(activity) ? state : withoutChoices(state));
      if (isPersonal(activity) && activity.replyToId !== undefined && check.kind === 'checklist')
        await turn.update(activity.replyToId, shown);
      else await turn.send(shown);
    } else {
      const reply = press === undefined ? ask(activity, textOf(activity)) : replyToPress(activity, press);
      await turn.send(cardMessage(await reply, say));
    }
  }

  /** Teams sends two activities when the bot is added; only the first that arrives is answered. */
  async function welcome({ activity, send }: Turn): Promise<void> {
    if (!isWelcome(activity) || !(await assistant.claim([idOf.welcome(activity)]))) return;
    await send(welcomeMessage(activity, say));
  }

  /** Handles an invoke, whose response holds the answer; `undefined` (501) for one that this bot does not know. */
  async function handleInvoke(turn: Turn): Promise<InvokeResponse | undefined> {
    const { activity } = turn;
    const { value } = activity;
    switch (activity.name ?? '') {
      case 'adaptiveCard/action':
        return handlePress(turn, readCardAction(value));
      case 'composeExtension/query':
        return searchResponse(assistant, {
          text: searchText(value),
          person: idOf.person(activity),
          language: englishOf(activity),
        });
      case 'composeExtension/fetchTask':
        return checkDialog(assistant.show(CHECK), { kind: 'open', where: 'dialog' }, messageText(value), say);
      case 'composeExtension/submitAction': {
        const press = readSubmitAction(value);
        if (press?.kind === 'check') {
          const { check, state } = fillIn(assistant, press, 'dialog');
          return checkDialog(check, state, messageText(value), say);
        }
        if (press?.kind !== 'ask') return ok({});
        const reply = await replyOnce(activity, press, idOf.dialog(activity));
        return reply.kind === 'checklist'
          ? checkDialog(reply, { kind: 'open', where: 'dialog' }, messageText(value), say)
          : dialogNotice(plainText(reply));
      }
      case 'message/submitAction':
        // Teams' own thumbs, which do not name the entry; the response has to be empty.
        return ok({});
      default:
        return undefined;
    }
  }

  /** Handles a press of a button whose card is replaced by the answer. */
  async function handlePress(turn: Turn, press: Press | undefined): Promise<InvokeResponse> {
    const { activity } = turn;
    if (press === undefined) return { status: 400 };
    switch (press.kind) {
      case 'vote': {
        const after = await recordVote(activity, press);
        // The answer stays on its card, with what follows the vote below it.
        const answer = withVote(assistant.show(entryValue(press.entry), press.language), after);
        return answer === undefined
          ? replaceCard(MESSAGE, plainText(after))
          : replaceCard(ADAPTIVE_CARD, renderCard(answer, say));
      }
      case 'check': {
        const { check, state } = fillIn(assistant, press, 'chat');
        // The self-check no longer exists: the reply says so, and the completed card stays.
        if (check.kind !== 'checklist') return replaceCard(MESSAGE, plainText(check));
        // Teams can show the old card again later, so the message is updated too; but not in a group, where others would see
        // the outcome.
        if (state.kind === 'done' && isPersonal(activity) && activity.replyToId !== undefined)
          await turn.update(activity.replyToId, cardMessage(check, say, state));
        return replaceCard(ADAPTIVE_CARD, renderCard(check, say, state));
      }
      case 'ask':
        return replaceCard(ADAPTIVE_CARD, renderCard(await replyOnce(activity, press), say));
    }
  }

  /** Counts a vote; returns the reply to it. */
  async function recordVote(activity: Activity, press: Press & { kind: 'vote' }): Promise<Reply> {
    const { entry, useful, reason, language } = press;
    const vote = { entry, useful, reason, ballot: press.ballot ?? idOf.ballot(activity) };
    const [conversation, person] = [idOf.chat(activity), idOf.person(activity)];
    return assistant.afterVote(vote, await assistant.feedback({ ...vote, conversation, person }), language);
  }

  function ask(activity: Activity, text: string): Promise<Reply> {
    return assistant.reply({ conversation: idOf.chat(activity), text, person: idOf.person(activity) });
  }

  function replyToPress(
    activity: Activity,
    { text, language }: Question,
    conversation = idOf.chat(activity),
  ): Promise<Reply> {
    return assistant.reply({ conversation, text, pressed: true, person: idOf.person(activity), language });
  }

  /** The reply to an invoke: one that Teams repeats is answered again, but counted once. */
  async function replyOnce(activity: Activity, press: Question, conversation?: string): Promise<Reply> {
    return (await isNew(activity, press))
      ? replyToPress(activity, press, conversation)
      : assistant.show(press.text, press.language);
  }

  /** Whether this was not handled before: Teams sends a message again when the answer takes long, and people press twice. */
  async function isNew(activity: Activity, press: Press | undefined): Promise<boolean> {
    if (!(await assistant.claim(idOf.deliveries(activity)))) return false;
    return press === undefined || assistant.claim([idOf.press(activity, press)], 'press');
  }

  async function apologise({ activity, send }: Turn, error: unknown): Promise<InvokeResponse | undefined> {
    const sorry = assistant.sorry(error);
    if (activity.type !== 'invoke') {
      await send(cardMessage(sorry, say));
      return undefined;
    }
    const text = plainText(sorry);
    if (activity.name === 'composeExtension/query') return notice(text);
    return activity.name === 'adaptiveCard/action' ? replaceCard(MESSAGE, text) : dialogNotice(text);
  }
}

/** A press of a button that asks something. */
type Question = Press & { readonly kind: 'ask' };

const isPersonal = ({ conversation }: Activity) => conversation.conversationType === 'personal';
