import { VOTE_TEXTS } from '../../src/assistant/index.ts';
import type { Assistant, VoteOutcome } from '../../src/assistant/index.ts';
import type { Reply } from '../../src/core/index.ts';
import type { Api, Respond } from './calls.ts';
import { faultOf, isCallFault } from './faults.ts';
import { HOME_TEXT, homeView } from './home.ts';
import type { Kind } from './kind.ts';
import { cut } from './limits.ts';
import { MODAL_TEXT, modalView } from './modal.ts';
import type { Disguise } from './payload.ts';
import { readAction, readCommand, readHome, readMessage, readShortcut } from './read.ts';
import type { Asked, Event, Place, Pressed } from './read.ts';
import { renderMessage } from './render.ts';
import { share } from './share.ts';

/** What handlers work with. */
export interface Parts {
  readonly assistant: Assistant;
  readonly disguise: Disguise;
  readonly respond: Respond;
}

/**
 * One for each kind of payload; they run after Slack has its acknowledgement. Rejects when what the bot said, an answer or
 * an apology, did not arrive.
 */
export type Handle = (body: unknown, api: Api) => Promise<void>;
export type Handlers = Readonly<Record<Kind, Handle>>;

/** A question is cut for its repetition only. */
const MOST_REPEATED = 300;

export function createHandlers(parts: Parts): Handlers {
  const { assistant, disguise } = parts;

  async function answer(asked: Asked, api: Api): Promise<void> {
    const { conversation, person, text, pressed, spoken } = asked;
    if (!(await assistant.claim(asked.seen))) return;
    const reply = await assistant.reply({ conversation, person, text, pressed, language: spoken });
    const question = { vraag: cut(asked.text, MOST_REPEATED) };
    const isRepeated = asked.repeat && asked.text !== '';
    const above = isRepeated ? [assistant.say('slack_vraag', question, reply.language)] : [];
    await show(reply, asked.place, api, above);
  }

  /** Opens a view: nobody asked anything yet. */
  async function open({ seen, place }: Event, value: string, api: Api): Promise<void> {
    if (await assistant.claim(seen)) await show(assistant.show(value), place, api);
  }

  async function show(reply: Reply, place: Place, api: Api, above: readonly string[] = []): Promise<void> {
    const { language } = reply;
    const around = { tooLong: assistant.say('slack_ingekort', {}, language), above };
    switch (place.kind) {
      case 'private': {
        const label = place.canShare ? { share: assistant.say('slack_delen', {}, language) } : {};
        await respond(place, { ...renderMessage(reply, { ...around, ...label }) });
        return;
      }
      case 'thread':
        await postIn(place, renderMessage(reply, around), api);
        return;
      case 'home':
        await api.publish(place.user, homeView(reply, assistant.say, above));
        return;
      case 'modal': {
        const view = modalView(reply, assistant.say, { above });
        // Behind the first answer the self-check stays, to go back to; Slack stacks three views at most.
        await (place.isRoot ? api.push(place.trigger, view) : api.update(place.view, view));
        return;
      }
      case 'shortcut':
        await api.open(place.trigger, modalView(reply, assistant.say, { message: place.message, above }));
    }
  }

  function respond(place: Extract<Place, { kind: 'private' }>, drawing: ReturnType<typeof renderMessage>) {
    const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
    return parts.respond(place.url, {
      ...drawing,
      ...thread,
      response_type: 'ephemeral',
      replace_original: false,
    });
  }

  async function postIn(
    { channel, thread, url }: Extract<Place, { kind: 'thread' }>,
    drawing: ReturnType<typeof renderMessage>,
    api: Api,
  ): Promise<void> {
    try {
      await api.post({ ...drawing, channel, thread_ts: thread, unfurl_links: false, unfurl_media: false });
    } catch (error) {
      // An answer that was shared stands in a channel that the app may be no member of.
      if (url === undefined || !['not_in_channel', 'channel_not_found'].includes(faultOf(error).reason))
        throw error;
      await respond({ kind: 'private', url, thread, canShare: false }, drawing);
    }
  }

  /** A line for one person about the vote they gave. */
  async function tell(
    outcome: VoteOutcome,
    { language, place, entry }: Extract<Pressed, { kind: 'vote' }>,
    api: Api,
  ): Promise<void> {
    const text = assistant.say(VOTE_TEXTS[outcome], {}, language);
    const line: Reply = { kind: 'help', language, blocks: [{ kind: 'paragraph', text }] };
    if (place.kind === 'private') return show(line, place, api);
    if (place.kind === 'thread') {
      if (place.url === undefined) return undefined;
      return respond(
        { ...place, kind: 'private', url: place.url, canShare: false },
        renderMessage(line, { tooLong: '' }),
      );
    }
    // A view has no line apart: the answer is drawn again with the line above it.
    return show(assistant.show(`entry:${entry}`, language), place, api, [text]);
  }

  async function pressed(event: Pressed, api: Api): Promise<void> {
    switch (event.kind) {
      case 'asked':
        return answer(event, api);
      case 'vote': {
        if (!(await assistant.claim(event.seen))) return undefined;
        const { entry, useful, ballot, conversation, person } = event;
        const outcome = await assistant.feedback({ entry, useful, ballot, conversation, person });
        return tell(outcome, event, api);
      }
      case 'share':
        if (await assistant.claim(event.seen)) await share(event, parts);
        return undefined;
    }
  }

  /** Runs a handler and apologises for what goes wrong in the bot. */
  function careful(handle: Handle, placeOf: (body: unknown) => Place | undefined): Handle {
    return async (body, api) => {
      try {
        await handle(body, api);
      } catch (error) {
        if (isCallFault(error)) throw error;
        const sorry = assistant.sorry(error);
        const place = placeOf(body);
        if (place === undefined) throw new TypeError('there is no place for an apology', { cause: error });
        await show(sorry, place, api);
      }
    };
  }

  return {
    command: careful(
      (body, api) => answer(readCommand(body, disguise), api),
      (body) => readCommand(body, disguise).place,
    ),
    message: careful(
      async (body, api) => {
        const asked = readMessage(body, disguise);
        if (asked !== undefined) await answer(asked, api);
      },
      (body) => readMessage(body, disguise)?.place,
    ),
    home: careful(
      async (body, api) => {
        const opened = readHome(body, disguise);
        if (opened !== undefined) await open(opened, HOME_TEXT, api);
      },
      (body) => readHome(body, disguise)?.place,
    ),
    action: careful(
      async (body, api) => {
        const event = readAction(body, disguise);
        if (event !== undefined) await pressed(event, api);
      },
      (body) => readAction(body, disguise)?.place,
    ),
    shortcut: careful(
      (body, api) => open(readShortcut(body, disguise), MODAL_TEXT, api),
      (body) => readShortcut(body, disguise).place,
    ),
  };
}
