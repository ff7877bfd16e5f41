import { randomUUID } from 'node:crypto';
import { buttonsIn, isButton } from '../core/index.ts';
import type { Asker, Language, Previous, Reply } from '../core/index.ts';
import type { Assistant } from './channel.ts';
import type { Log } from '../shared/log.ts';
import { follow } from './follow.ts';
import type { Meter, OutcomeOf } from './meter.ts';
import type { Missed } from './missed/index.ts';
import type { Allows } from './rate-limit.ts';
import { createProcessStore } from '../store/index.ts';
import type { Store } from '../store/index.ts';

/** The conversation layer's front door: everything that channels may use of it. */
export type {
  Assistant,
  BodiedRequest,
  Channel,
  Found,
  Listener,
  Message,
  Vote,
  VoteOutcome,
} from './channel.ts';
export { VOTE_TEXTS } from './channel.ts';
export { follow } from './follow.ts';
export { OUTCOMES } from './meter.ts';
export type { EventType, Meter } from './meter.ts';
export { createRateLimit } from './rate-limit.ts';
export type { Allows } from './rate-limit.ts';
export { CLAIM_LIFETIME } from '../store/index.ts';
export { createMissed } from './missed/index.ts';
export type { Missed } from './missed/index.ts';

export interface AssistantParts {
  /** Of its entries only the ids matter: what is voted on, or said to be shown, comes from outside. */
  readonly asker: Pick<Asker, 'ask' | 'say' | 'sorry'> & {
    readonly entries: readonly { readonly id: string }[];
  };
  /** The name of the channel, for logs and counts; keeps its conversations apart from those of others. */
  readonly channel: string;
  readonly store?: Store;
  readonly log?: Log;
  readonly meter?: Meter;
  /** Keeps one person from flooding the bot; shared by all channels. */
  readonly allows?: Allows;
  /** Collects questions without a good answer; absent when that is off. */
  readonly missed?: Missed;
  /** See `Assistant.edition`. */
  readonly edition?: () => string;
}

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const UNMETERED: Meter = { event: () => undefined };
/** Puts memory, counts and care for faults around the pure core, for one channel. */
export function createAssistant({
  asker,
  channel,
  store = createProcessStore(),
  log = SILENT,
  meter = UNMETERED,
  allows = () => Promise.resolve(true),
  missed,
  edition = () => '',
}: AssistantParts): Assistant {
  const keyOf = (name: string) => `${channel}:${name}`;
  const exists = (entry: string) => asker.entries.some(({ id }) => id === entry);
  const fail = (error: unknown, reference: string, hidden: string, language?: Language) => {
    log.error({ reference, channel, cause: causeOf(error, hidden) }, 'a message could not be answered');
    return asker.sorry(reference, language);
  };
  return {
    reply: async ({ conversation, text, pressed = false, person, spoken, about }) => {
      const reference = newReference();
      const began = performance.now();
      const tell = (outcome: OutcomeOf<'question'>) => {
        const milliseconds = performance.now() - began;
        const isAnswered = outcome !== 'limited' && outcome !== 'failed';
        const seconds = isAnswered ? milliseconds / 1_000 : undefined;
        meter.event(channel, pressed ? 'button' : 'question', outcome, seconds);
        if (outcome !== 'failed')
          log.info({ reference, channel, outcome, ms: Math.round(milliseconds) }, 'a message came in');
      };
      let language = spoken;
      try {
        if (!(await allows(person))) {
          tell('limited');
          return tooFast(asker.say);
        }
        const recalled = (await store.recall(keyOf(conversation))) ?? shown(about);
        const previous = spoken === undefined ? recalled : { ...recalled, language: spoken };
        language = previous?.language;
        const reply = asker.ask({ text, ...(previous !== undefined && { previous }) });
        await store.remember(keyOf(conversation), follow(previous, reply));
        missed?.replied(keyOf(conversation), text, reply);
        store.count({
          kind: 'reply',
          channel,
          language: reply.language,
          outcome: reply.kind,
          ...(reply.entry !== undefined && { entry: reply.entry }),
        });
        tell(reply.kind);
        return reply;
      } catch (error) {
        tell('failed');
        return fail(error, reference, text, language);
      }
    },
    show: (value, language) =>
      asker.ask({ text: value, ...(language !== undefined && { previous: { language } }) }),
    search: async ({ text, person }) => {
      const tell = (outcome: OutcomeOf<'search'>) => {
        meter.event(channel, 'search', outcome);
      };
      try {
        if (!(await allows(person, 'search'))) {
          tell('limited');
          return { replies: [], instead: tooFast(asker.say) };
        }
        const reply = asker.ask({ text });
        const offered =
          reply.kind === 'choices' ? buttonsIn(reply).filter(({ value }) => isButton(value)) : [];
        // In the language of what was typed.
        const previous = follow(undefined, reply);
        const replies = offered.map(({ value }) => asker.ask({ text: value, previous }));
        tell(reply.kind);
        return { replies: [reply, ...replies] };
      } catch (error) {
        tell('failed');
        return { replies: [], instead: fail(error, newReference(), text) };
      }
    },
    sorry: (error, language) => {
      meter.event(channel, 'fault', 'failed');
      return fail(error, newReference(), '', language);
    },
    lost: () => {
      meter.event(channel, 'fault', 'lost');
    },
    feedback: async ({ entry, useful, ballot, conversation, person }) => {
      if (!(await allows(person))) {
        meter.event(channel, 'vote', 'limited');
        return 'limited';
      }
      if (!exists(entry)) return 'unknown';
      const isFirst = await store.claim(keyOf(`vote:${entry}:${ballot}`));
      const outcome = isFirst ? 'counted' : 'duplicate';
      if (isFirst) {
        if (!useful && conversation !== undefined) missed?.notUseful(keyOf(conversation), entry);
        store.count({ kind: 'vote', channel, entry, useful });
      }
      meter.event(channel, 'vote', outcome);
      return outcome;
    },
    first: async (names, what = 'delivery') => {
      const free = await Promise.all(names.map((name) => store.claim(keyOf(`event:${name}`))));
      const isFirst = free.every(Boolean);
      meter.event(channel, what, isFirst ? 'first' : 'duplicate');
      return isFirst;
    },
    say: asker.say,
    edition,
  };

  /** What a conversation starts from on a page that shows an entry. */
  function shown(entry: string | undefined): Previous | undefined {
    return entry !== undefined && exists(entry) ? { entry } : undefined;
  }
}

/** Leads from an apology to the cause in the log. */
function newReference(): string {
  return randomUUID().slice(0, 8);
}

/** For who sends more than one person can read. */
function tooFast(say: Assistant['say']): Reply {
  const language = say('web_taal') === 'en' ? 'en' : 'nl';
  return { kind: 'help', language, blocks: [{ kind: 'paragraph', text: say('te_snel') }] };
}

const MOST_CAUSE = 2_000;

/** What went wrong and where, without what was typed. */
function causeOf(error: unknown, hidden: string): string {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const safe =
    hidden.trim() === '' ? cause : cause.replaceAll(hidden, '[...]').replaceAll(hidden.trim(), '[...]');
  return safe.slice(0, MOST_CAUSE);
}
