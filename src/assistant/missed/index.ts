import type { Previous, Reply } from '../../core/index.ts';
import { isButton, offeredIn } from '../../core/index.ts';
import { chosenEntry } from '../chosen-entry.ts';
import type { Mask } from './mask.ts';
import { createLruCache } from '../../shared/lru-cache.ts';
import { CLAIM_LIFETIME, CONVERSATION_LIFETIME } from '../../store/index.ts';
import type { MissedQuestion, Store } from '../../store/index.ts';

export { createMasker } from './masker.ts';
export type { Mask } from './mask.ts';

/** Stores questions without a good answer, masked. Masked text is held in memory until the outcome is known. */
export interface MissedQuestions {
  /** To call after every reply. `conversation` is its key in the store. */
  readonly onReply: (conversation: string, text: string, reply: Reply) => void;
  /** To call after a vote for not useful. `conversation`: where the question was asked; `vote`: key of the ballot. */
  readonly onNotUseful: (conversation: string, entry: string, vote: string) => void;
  /** To call after that vote was changed to useful; takes the question back, unless another replica kept it. */
  readonly onNowUseful: (vote: string) => void;
  /** Stops the timer; pending questions are dropped. */
  readonly stop: () => void;
}

const MINUTE = 60_000;
/** Milliseconds in which one of the offered questions must be chosen. Shorter than the store remembers conversations. */
const CHOICE_TIMEOUT = CONVERSATION_LIFETIME - MINUTE;
const MAX_PENDING = 1_000;
/** Editors learn nothing from a single word. */
const TWO_WORDS = /\p{L}.*\s.*\p{L}/su;

type MaskedQuestion = Pick<MissedQuestion, 'text' | 'language' | 'entries'>;
/** A question that was answered with choices, of which none was chosen yet. */
interface Offer extends MaskedQuestion {
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** A question that was kept for a vote, and when, in milliseconds since 1970. */
type VotedDown = MaskedQuestion & { readonly at: number };

/** `recall` returns how a conversation continued, also on another replica. */
type Parts = Pick<Store, 'keepMissed' | 'recall'>;

/** Returns the collector; `now` in milliseconds since 1970. */
export function createMissedQuestions(
  { keepMissed, recall }: Parts,
  mask: Mask,
  now: () => number = Date.now,
): MissedQuestions {
  const offers = new Map<string, Offer>();
  const answered = createLruCache<MaskedQuestion>({ max: MAX_PENDING, ttl: CONVERSATION_LIFETIME, now });
  const votedDown = createLruCache<VotedDown>({ max: MAX_PENDING, ttl: CLAIM_LIFETIME, now });
  const keep = (
    { text, language, entries }: MaskedQuestion,
    reason: MissedQuestion['reason'],
    more: Pick<MissedQuestion, 'withdraws'> = {},
  ) => {
    if (TWO_WORDS.test(text.replace(/\[[a-z-]+\]/g, '')))
      keepMissed({ reason, language, text, entries, ...more });
  };
  const answerKey = (conversation: string, entry: string) => JSON.stringify([conversation, entry]);

  const timer = setInterval(() => void expireOffers(), MINUTE);
  timer.unref();
  async function expireOffers(): Promise<void> {
    for (const [conversation, offer] of offers) {
      if (offer.expires > now()) continue;
      offers.delete(conversation);
      if (!wasChosen(offer, await recall(conversation))) keep(offer, 'choices');
    }
  }

  return {
    onReply: (conversation, typed, reply) => {
      const { kind, language, entry } = reply;
      const offer = offers.get(conversation);
      offers.delete(conversation);
      const isChoice = offer !== undefined && chosenEntry(typed, reply, offer.entries) !== undefined;
      if (offer !== undefined && !isChoice) keep(offer, 'choices');
      // The reply to a chosen button answers the question that was typed before it.
      const text = isChoice ? offer.text : isButton(typed) ? '' : mask(typed);
      if (text === '') return;
      const question = { text, language, entries: entry === undefined ? offeredIn(reply) : [entry] };
      if (kind === 'unknown') keep(question, 'unknown');
      if (kind === 'choices') {
        offers.set(conversation, {
          ...question,
          expires: now() + CHOICE_TIMEOUT,
        });
        const [oldest] = offers.keys();
        if (offers.size > MAX_PENDING && oldest !== undefined) offers.delete(oldest);
      }
      if (entry !== undefined && (kind === 'answer' || kind === 'silent' || kind === 'checklist')) {
        answered.set(answerKey(conversation, entry), question);
      }
    },
    onNotUseful: (conversation, entry, vote) => {
      const question = answered.get(answerKey(conversation, entry));
      if (question === undefined) return;
      keep(question, 'not useful');
      votedDown.set(vote, { ...question, at: now() });
    },
    onNowUseful: (vote) => {
      const question = votedDown.get(vote);
      if (question !== undefined) keep(question, 'not useful', { withdraws: question.at });
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** Whether one of the offered entries was answered meanwhile, at another replica. */
function wasChosen({ entries }: Offer, last: Previous | undefined): boolean {
  return last?.entry !== undefined && last.offered === undefined && entries.includes(last.entry);
}
