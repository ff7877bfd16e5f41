import { entryValue, plainText } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { cut } from '../../src/shared/cut.ts';
import type { Pseudonymize } from '../../src/shared/pseudonymize.ts';
import { CallError } from '../../src/shared/retry.ts';
import type { SlackApi, Respond } from './calls.ts';
import { HOME_TEXT, homeView } from './home.ts';
import type { PayloadKind } from './payload-kind.ts';
import { MODAL_TEXT, modalView } from './modal.ts';
import { readAction, readCommand, readHome, readMessage, readShortcut } from './read.ts';
import type { Destination } from './destination.ts';
import type { Asked, SlackEvent, Pressed } from './read.ts';
import { renderMessage } from './render.ts';
import { share } from './share.ts';
import { submitCheck } from './submit-check.ts';
import type { Submitted } from './submit-check.ts';
import type { SlackAssistant } from './texts.ts';

/** What the handlers need. */
export interface HandlerParts {
  readonly assistant: SlackAssistant;
  readonly pseudonymize: Pseudonymize;
  readonly respond: Respond;
}

/** Handles one kind of payload, after the acknowledgement. Rejects when the answer or apology could not be delivered. */
export type Handle = (body: unknown, api: SlackApi) => Promise<void>;
/** A handler for each kind of payload; that of a submitted modal returns what the acknowledgement says. */
export type Handlers = Readonly<Record<Exclude<PayloadKind, 'submission'>, Handle>> & {
  readonly submission: (body: unknown) => Submitted | undefined;
};

/** Slack's errors for a message in a channel that the app is not a member of. */
const NOT_A_MEMBER = ['not_in_channel', 'channel_not_found'];
/** Characters of a question that are repeated above its answer; the assistant gets the whole question. */
const MAX_REPEATED = 300;

/** Creates the handlers. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { assistant, pseudonymize } = parts;

  /** Whether an event was not delivered before, and is no second press of the same button. */
  const isNew = async ({ keys, press }: SlackEvent) =>
    (await assistant.claim(keys)) && (press === undefined || (await assistant.claim([press], 'press')));

  async function answer(asked: Asked, api: SlackApi): Promise<void> {
    const { conversation, person, text, pressed, language } = asked;
    if (!(await isNew(asked))) return;
    const reply = await assistant.reply({ conversation, person, text, pressed, language });
    const question = { vraag: cut(asked.text, MAX_REPEATED) };
    const isRepeated = asked.repeat && asked.text !== '';
    const above = isRepeated ? [assistant.say('slack_vraag', question, reply.language)] : [];
    await deliver(reply, asked.destination, api, above);
  }

  /** Opens a view. Nobody asked a question, so nothing is counted. */
  async function open(event: SlackEvent, value: string, api: SlackApi): Promise<void> {
    if (await isNew(event)) await deliver(assistant.show(value), event.destination, api);
  }

  async function deliver(
    reply: Reply,
    destination: Destination,
    api: SlackApi,
    above: readonly string[] = [],
  ): Promise<void> {
    const { language } = reply;
    const check = assistant.say('zelfcheck_knop', {}, language);
    const around = { shortenedNotice: assistant.say('slack_ingekort', {}, language), check, above };
    switch (destination.kind) {
      case 'private': {
        const label = destination.canShare ? { share: assistant.say('slack_delen', {}, language) } : {};
        await respondPrivately(destination, { ...renderMessage(reply, { ...around, ...label }) });
        return;
      }
      case 'thread':
        await postIn(destination, renderMessage(reply, around), api);
        return;
      case 'home':
        await api.publish(destination.user, homeView(reply, assistant.say, above));
        return;
      case 'modal': {
        const view = modalView(reply, assistant.say, { above });
        // The first answer is pushed on top of the self-check, to go back to; Slack stacks three views at most.
        await (destination.isRoot ? api.push(destination.trigger, view) : api.update(destination.view, view));
        return;
      }
      case 'shortcut':
        await api.open(destination.trigger, modalView(reply, assistant.say, { ...destination, above }));
    }
  }

  function respondPrivately(
    destination: Extract<Destination, { kind: 'private' }>,
    rendered: ReturnType<typeof renderMessage>,
    replace = false,
  ) {
    const thread = destination.thread === undefined ? {} : { thread_ts: destination.thread };
    return parts.respond(destination.url, {
      ...rendered,
      ...thread,
      response_type: 'ephemeral',
      replace_original: replace,
    });
  }

  async function postIn(
    { channel, thread, url }: Extract<Destination, { kind: 'thread' }>,
    rendered: ReturnType<typeof renderMessage>,
    api: SlackApi,
  ): Promise<void> {
    try {
      await api.post({ ...rendered, channel, thread_ts: thread, unfurl_links: false, unfurl_media: false });
    } catch (error) {
      // Somebody can share an answer in a channel that the app is not a member of.
      const isOutside = error instanceof CallError && NOT_A_MEMBER.includes(error.reason);
      if (url === undefined || !isOutside) throw error;
      await respondPrivately({ kind: 'private', url, thread, canShare: false }, rendered);
    }
  }

  /** Shows a person what follows their vote: only to them, or in a view above the answer. */
  async function showAfterVote(after: Reply, event: Extract<Pressed, { kind: 'vote' }>, api: SlackApi) {
    const { destination, entry, language, reason } = event;
    if (destination.kind === 'private' || destination.kind === 'thread') {
      const { url, thread } = destination;
      if (url === undefined) return undefined;
      const place = {
        kind: 'private',
        url,
        canShare: false,
        ...(thread !== undefined && { thread }),
      } as const;
      const shortenedNotice = assistant.say('slack_ingekort', {}, language);
      // The reasons are in a message of their own, which the thanks for one replace.
      const isOwnMessage = reason !== undefined && destination.kind === 'private';
      return respondPrivately(place, renderMessage(after, { shortenedNotice }), isOwnMessage);
    }
    const [first, ...following] = after.blocks;
    // The related questions are in the answer.
    const others = following.filter(({ kind }) => kind !== 'choices');
    const above = first === undefined ? [] : [plainText({ ...after, blocks: [first] })];
    const answer = assistant.show(entryValue(entry), language);
    return deliver({ ...answer, blocks: [...others, ...answer.blocks] }, destination, api, above);
  }

  async function handlePress(event: Pressed, api: SlackApi): Promise<void> {
    switch (event.kind) {
      case 'asked':
        return answer(event, api);
      case 'vote': {
        if (!(await isNew(event))) return undefined;
        const { entry, useful, reason, ballot, conversation, person, language } = event;
        const vote = { entry, useful, reason, ballot, conversation, person };
        const outcome = await assistant.feedback(vote);
        return showAfterVote(assistant.afterVote(vote, outcome, language), event, api);
      }
      case 'check':
        if (await isNew(event)) {
          const check = assistant.show(entryValue(event.entry), event.language);
          await api.open(event.trigger, modalView(check, assistant.say));
        }
        return undefined;
      case 'share':
        if (await isNew(event)) await share(event, parts);
        return undefined;
    }
  }

  /** Creates a handler that sends an apology for an error of the bot, not for a failed call to Slack. */
  function handler<Event extends { readonly destination: Destination }>(
    read: (body: unknown, pseudonymize: Pseudonymize) => Event | undefined,
    handle: (event: Event, api: SlackApi) => Promise<void>,
  ): Handle {
    return async (body, api) => {
      const event = read(body, pseudonymize);
      if (event === undefined) return;
      try {
        await handle(event, api);
      } catch (error) {
        if (error instanceof CallError) throw error;
        await deliver(assistant.sorry(error), event.destination, api);
      }
    };
  }

  return {
    command: handler(readCommand, answer),
    message: handler(readMessage, answer),
    home: handler(readHome, (opened, api) => open(opened, HOME_TEXT, api)),
    action: handler(readAction, handlePress),
    submission: (body) => submitCheck(body, assistant),
    shortcut: handler(readShortcut, (opened, api) => open(opened, MODAL_TEXT, api)),
  };
}
