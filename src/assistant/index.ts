import { randomUUID } from 'node:crypto';
import { findEntry } from '../core/index.ts';
import type { Asker, Language, Previous, Reply } from '../core/index.ts';
import type { Assistant } from './channel.ts';
import { NO_LOG } from '../shared/log.ts';
import type { Log } from '../shared/log.ts';
import { oncePerMinute } from '../shared/once-per-minute.ts';
import { causeOf } from './cause.ts';
import { composeAfterVote } from './after-vote.ts';
import { createFeedback } from './feedback.ts';
import { follow, withFullIds } from './follow.ts';
import type { Meter, OutcomeOf } from './meter.ts';
import type { MissedQuestions } from './missed/index.ts';
import { createSelfCheck } from './self-check.ts';
import { createLinker } from './source-link.ts';
import { rateLimitedReply } from './rate-limit.ts';
import type { RateLimit } from './rate-limit.ts';
import { createProcessStore } from '../store/index.ts';
import type { Store } from '../store/index.ts';

/** Everything that other folders may import from the assistant. */
export type { Assistant, Channel, SentCheck, UserMessage, Vote, VoteOutcome } from './channel.ts';
export { VOTE_TEXTS } from './channel.ts';
export type { BodiedRequest, Listener } from '../shared/listener.ts';
export { sourcePath } from './source-link.ts';
export { follow } from './follow.ts';
export { OUTCOMES } from './meter.ts';
export type { Meter } from './meter.ts';
export { createRateLimit, type RateLimit } from './rate-limit.ts';
export { CLAIM_LIFETIME } from '../store/index.ts';
export { createMasker, createMissedQuestions } from './missed/index.ts';
export type { Mask, MissedQuestions } from './missed/index.ts';

/** What an assistant is made with. */
export interface AssistantParts {
  /** `entries`: for checking the ids in votes and pages, which come from outside. */
  readonly asker: Pick<Asker, 'ask' | 'suggest' | 'language' | 'say' | 'sorry'> & {
    readonly entries: readonly { readonly id: string }[];
    /** Absent where nothing is quoted. */
    readonly source?: Asker['source'];
    /** Absent where nothing is related. */
    readonly waysOn?: Asker['waysOn'];
  };
  /** Name of the channel, for logs and counts; also the namespace of its conversations. */
  readonly channel: string;
  readonly store?: Store;
  readonly log?: Log;
  readonly meter?: Meter;
  /** Shared by all channels; no limit by default. */
  readonly isAllowed?: RateLimit;
  /** Absent when missed questions are not kept. */
  readonly missed?: MissedQuestions;
  /** Where the web page is served, without a slash at the end; without it, citations lead to the official text. */
  readonly publicUrl?: string;
  /** See `Assistant.fingerprint`. */
  readonly fingerprint?: () => string;
}

const UNMETERED: Meter = { event: () => undefined };

/** Returns the bot for one channel: the core with conversations, counts, a rate limit and apologies for faults. */
export function createAssistant({
  asker,
  channel,
  store = createProcessStore(),
  log = NO_LOG,
  meter = UNMETERED,
  isAllowed = () => Promise.resolve(true),
  missed,
  publicUrl,
  fingerprint = () => '',
}: AssistantParts): Assistant<string> {
  const keyOf = (name: string) => `${channel}:${name}`;
  const logLimited = oncePerMinute((count) => {
    log.warn({ channel, count }, 'messages over RATE_LIMIT were not answered');
  });
  const { source = () => undefined, waysOn = () => [] } = asker;
  const withLinks = createLinker(publicUrl, source);
  const idOf = (entry: string) => findEntry(asker.entries, entry)?.id;
  const apologize = (error: unknown, reference: string, typed: string, language?: Language) => {
    log.error({ reference, channel, cause: causeOf(error, typed) }, 'a message could not be answered');
    return asker.sorry(reference, language);
  };
  return {
    reply: async ({ conversation, text, pressed = false, person, language: buttonLanguage, about }) => {
      const reference = newReference();
      const start = performance.now();
      const record = (outcome: OutcomeOf<'question'>) => {
        const ms = performance.now() - start;
        const isAnswered = outcome !== 'limited' && outcome !== 'failed';
        meter.event(channel, pressed ? 'button' : 'question', outcome, isAnswered ? ms / 1_000 : undefined);
        if (outcome === 'limited') logLimited();
        else if (outcome !== 'failed')
          log.info({ reference, channel, outcome, ms: Math.round(ms) }, 'a message came in');
      };
      let language = buttonLanguage;
      try {
        const isWithinLimit = await isAllowed(person);
        const stored = await store.recall(keyOf(conversation));
        const recalled = stored === undefined ? shownEntry(about) : withFullIds(stored, idOf);
        const previous = language === undefined ? recalled : { ...recalled, language };
        language = previous?.language;
        if (!isWithinLimit) {
          record('limited');
          return rateLimitedReply(asker, language);
        }
        const reply = asker.ask({ text, ...(previous !== undefined && { previous }) });
        await store.remember(keyOf(conversation), follow(previous, reply));
        missed?.onReply(keyOf(conversation), text, reply);
        store.count({
          kind: 'reply',
          channel,
          language: reply.language,
          outcome: reply.kind,
          ...(reply.entry !== undefined && { entry: reply.entry }),
        });
        record(reply.kind);
        return withLinks(reply);
      } catch (error) {
        record('failed');
        return apologize(error, reference, text, language);
      }
    },
    show,
    source,
    suggest: async ({ text, person, language }, n) => {
      const record = (outcome: OutcomeOf<'suggestion'>) => {
        meter.event(channel, 'suggestion', outcome);
      };
      try {
        if (!(await isAllowed(person, 'suggestion'))) {
          record('limited');
          return { choices: [], notice: rateLimitedReply(asker, language) };
        }
        const choices = asker.suggest(text, n, language);
        record(choices.length === 0 ? 'none' : 'found');
        return { choices };
      } catch (error) {
        record('failed');
        return { choices: [], notice: apologize(error, newReference(), text, language) };
      }
    },
    sorry: (error, language) => {
      meter.event(channel, 'fault', 'failed');
      return apologize(error, newReference(), '', language);
    },
    lost: () => {
      meter.event(channel, 'fault', 'lost');
    },
    feedback: createFeedback({ channel, keyOf, idOf, store, meter, isAllowed, missed }),
    afterVote: (vote, outcome, language) => composeAfterVote({ ...asker, waysOn }, vote, outcome, language),
    selfCheck: createSelfCheck({ channel, show, say: asker.say, meter }),
    claim: async (ids, type = 'delivery') => {
      // Claims all ids, even if one was claimed before.
      const kind = type === 'press' ? 'press' : 'event';
      const isFree = await Promise.all(ids.map((id) => store.claim(keyOf(`${kind}:${id}`), kind)));
      const isFirst = isFree.every(Boolean);
      meter.event(channel, type, isFirst ? 'first' : 'duplicate');
      return isFirst;
    },
    secrets: () => store.secrets(channel),
    say: asker.say,
    fingerprint,
  };

  function show(value: string, language?: Language): Reply {
    return withLinks(asker.ask({ text: value, ...(language !== undefined && { previous: { language } }) }));
  }

  function shownEntry(about: string | undefined): Previous | undefined {
    const entry = about === undefined ? undefined : idOf(about);
    return entry === undefined ? undefined : { entry };
  }
}

/** A reference in an apology, by which an operator finds the cause in the log. */
function newReference(): string {
  return randomUUID().slice(0, 8);
}
