import { randomBytes } from 'node:crypto';
import type { Asker, Language } from '../core/index.ts';
import type { Assistant, Log } from './channel.ts';
import { follow } from './follow.ts';
import { createProcessStore } from './store.ts';
import type { Store } from './store.ts';

/** The conversation layer's front door: everything that channels may use of it. */
export type { Assistant, BodiedRequest, Channel, Listener, Log, Message, Vote } from './channel.ts';
export { follow } from './follow.ts';
export { createProcessStore } from './store.ts';
export type { Counted, Store } from './store.ts';

export interface AssistantParts {
  readonly asker: Pick<Asker, 'ask' | 'say' | 'sorry'>;
  /** The name of the channel, for logs and counts; keeps its conversations apart from those of others. */
  readonly channel: string;
  readonly store?: Store;
  readonly log?: Log;
}

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Puts memory, counts and care for faults around the pure core, for one channel. */
export function createAssistant({
  asker,
  channel,
  store = createProcessStore(),
  log = SILENT,
}: AssistantParts): Assistant {
  const keyOf = (name: string) => `${channel}:${name}`;
  const fail = (error: unknown, hidden: string, language?: Language) => {
    const reference = randomBytes(4).toString('hex');
    log.error({ reference, channel, cause: causeOf(error, hidden) }, 'a message could not be answered');
    return asker.sorry(reference, language);
  };
  return {
    reply: async ({ conversation, text }) => {
      let language: Language | undefined;
      try {
        const previous = await store.recall(keyOf(conversation));
        language = previous?.language;
        const reply = asker.ask({ text, ...(previous !== undefined && { previous }) });
        await store.remember(keyOf(conversation), follow(previous, reply));
        store.count({
          kind: 'reply',
          channel,
          language: reply.language,
          outcome: reply.kind,
          ...(reply.entry !== undefined && { entry: reply.entry }),
        });
        return reply;
      } catch (error) {
        return fail(error, text, language);
      }
    },
    sorry: (error, language) => fail(error, '', language),
    feedback: async ({ entry, useful, ballot }) => {
      const isFirst = await store.claim(keyOf(`vote:${entry}:${ballot}`));
      if (isFirst) store.count({ kind: 'vote', channel, entry, useful });
      return isFirst;
    },
    first: (event) => store.claim(keyOf(`event:${event}`)),
    say: asker.say,
  };
}

const MOST_CAUSE = 2_000;

/** What went wrong and where, without what was typed. */
function causeOf(error: unknown, hidden: string): string {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const safe =
    hidden.trim() === '' ? cause : cause.replaceAll(hidden, '[...]').replaceAll(hidden.trim(), '[...]');
  return safe.slice(0, MOST_CAUSE);
}
