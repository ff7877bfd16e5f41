import type { Assistant } from '../../src/assistant/index.ts';
import type { Reply } from '../../src/core/index.ts';
import type { Api, Respond } from './calls.ts';
import { faultOf, isCallFault } from './faults.ts';
import { HOME_TEXT, homeView } from './home.ts';
import type { Kind } from './kind.ts';
import { cut } from './limits.ts';
import { MODAL_TEXT, modalView } from './modal.ts';
import type { Disguise } from './payload.ts';
import { readAction, readCommand, readHome, readMessage, readShortcut } from './read.ts';
import type { Asked, Place, Pressed } from './read.ts';
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
    const reply = await replyTo(asked);
    if (reply === undefined) return;
    const question = { vraag: cut(asked.text, MOST_REPEATED) };
    const isRepeated = asked.repeat && asked.text !== '';
    const above = isRepeated ? [assistant.say('slack_vraag', question, reply.language)] : [];
    await show(reply, asked.place, api, above);
  }

  /** The answer to what was not seen before; the apology when that cannot be known. */
  async function replyTo({ seen, conversation, person, text, spoken }: Omit<Asked, 'place' | 'repeat'>) {
    try {
      if (!(await isFirst(seen))) return undefined;
    } catch (error) {
      return assistant.sorry(error);
    }
    return assistant.reply({ conversation, person, text, spoken });
  }

  async function isFirst(seen: readonly string[]): Promise<boolean> {
    const firsts = await Promise.all(seen.map((name) => assistant.first(name)));
    return firsts.every(Boolean);
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
      }
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
    key: 'slack_stem_geteld' | 'slack_stem_al_geteld',
    { language, place, conversation, entry }: Extract<Pressed, { kind: 'vote' }>,
    api: Api,
  ): Promise<void> {
    const text = assistant.say(key, {}, language);
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
    const reply = await assistant.reply({ conversation, text: `entry:${entry}`, spoken: language });
    return show(reply, place, api, [text]);
  }

  async function pressed(event: Pressed, api: Api): Promise<void> {
    switch (event.kind) {
      case 'asked':
        return answer(event, api);
      case 'vote': {
        if (!(await isFirst(event.seen))) return undefined;
        const { entry, useful, ballot, conversation, person } = event;
        const counts = await assistant.feedback({ entry, useful, ballot, conversation, person });
        return tell(counts ? 'slack_stem_geteld' : 'slack_stem_al_geteld', event, api);
      }
      case 'share':
        return share(event, parts);
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
        if (opened !== undefined) await answer({ ...opened, text: HOME_TEXT, repeat: false }, api);
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
      async (body, api) => {
        const { trigger, message, ...opened } = readShortcut(body, disguise);
        const reply = await replyTo({ ...opened, text: MODAL_TEXT });
        if (reply !== undefined) await api.open(trigger, modalView(reply, assistant.say, { message }));
      },
      () => undefined,
    ),
  };
}
