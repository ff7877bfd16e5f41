import { VOTE_TEXTS } from '../../src/assistant/index.ts';
import type { VoteOutcome } from '../../src/assistant/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { cut } from '../../src/shared/cut.ts';
import type { Pseudonymize } from '../../src/shared/pseudonymize.ts';
import { CallError } from '../../src/shared/retry.ts';
import type { SlackApi, Respond } from './calls.ts';
import { HOME_TEXT, homeView } from './home.ts';
import type { PayloadKind } from './payload-kind.ts';
import { MODAL_TEXT, modalView } from './modal.ts';
import { readAction, readCommand, readHome, readMessage, readShortcut } from './read.ts';
import type { Asked, SlackEvent, Destination, Pressed } from './read.ts';
import { renderMessage } from './render.ts';
import { share } from './share.ts';
import type { SlackAssistant } from './texts.ts';

/** What the handlers need. */
export interface HandlerParts {
  readonly assistant: SlackAssistant;
  readonly pseudonymize: Pseudonymize;
  readonly respond: Respond;
}

/** Handles one kind of payload, after the acknowledgement. Rejects when the answer or apology could not be delivered. */
export type Handle = (body: unknown, api: SlackApi) => Promise<void>;
/** A handler for each kind of payload. */
export type Handlers = Readonly<Record<PayloadKind, Handle>>;

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
    const around = { shortenedNotice: assistant.say('slack_ingekort', {}, language), above };
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
  ) {
    const thread = destination.thread === undefined ? {} : { thread_ts: destination.thread };
    return parts.respond(destination.url, {
      ...rendered,
      ...thread,
      response_type: 'ephemeral',
      replace_original: false,
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

  /** Shows a person the outcome of their vote. */
  async function showVoteOutcome(
    outcome: VoteOutcome,
    { language, destination, entry }: Extract<Pressed, { kind: 'vote' }>,
    api: SlackApi,
  ): Promise<void> {
    const text = assistant.say(VOTE_TEXTS[outcome], {}, language);
    const line: Reply = { kind: 'help', language, blocks: [{ kind: 'paragraph', text }] };
    if (destination.kind === 'private') return deliver(line, destination, api);
    if (destination.kind === 'thread') {
      if (destination.url === undefined) return undefined;
      return respondPrivately(
        { ...destination, kind: 'private', url: destination.url, canShare: false },
        renderMessage(line, { shortenedNotice: '' }),
      );
    }
    // A view has no separate message: the answer is rendered again with the line above it.
    return deliver(assistant.show(`entry:${entry}`, language), destination, api, [text]);
  }

  async function handlePress(event: Pressed, api: SlackApi): Promise<void> {
    switch (event.kind) {
      case 'asked':
        return answer(event, api);
      case 'vote': {
        if (!(await isNew(event))) return undefined;
        const { entry, useful, ballot, conversation, person } = event;
        const outcome = await assistant.feedback({ entry, useful, ballot, conversation, person });
        return showVoteOutcome(outcome, event, api);
      }
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
    shortcut: handler(readShortcut, (opened, api) => open(opened, MODAL_TEXT, api)),
  };
}
