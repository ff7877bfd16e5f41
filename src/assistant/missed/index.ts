import type { Language, Previous, Reply } from '../../core/index.ts';
import { isButton, offeredIn } from '../../core/index.ts';
import { mask } from './mask.ts';
import { createRecent } from '../../shared/ttl-cache.ts';
import { CONVERSATION_LIFETIME } from '../../store/index.ts';
import type { MissedQuestion, Store } from '../../store/index.ts';

/**
 * Sees which questions got no good answer, and has the store keep them, masked. Until that is known the text is held in
 * this process, as masked as it will be kept, for half an hour at most.
 */
export interface Missed {
  /** After every reply. `conversation` is the store's own name for it. */
  readonly replied: (conversation: string, text: string, reply: Reply) => void;
  /** After a vote that says not useful; `conversation` is where the question was asked. */
  readonly notUseful: (conversation: string, entry: string) => void;
  /** Stops waiting for clicks; what waited is forgotten. */
  readonly stop: () => void;
}

const MINUTE = 60_000;
/** How long an offer waits for a click: what the store remembers of the conversation must still be there then. */
const PATIENCE = CONVERSATION_LIFETIME - MINUTE;
const MOST_HELD = 1_000;
/** One word teaches an editor nothing. */
const WORDS = /\p{L}.*\s.*\p{L}/su;

interface Held {
  readonly text: string;
  readonly language: Language;
}
interface Offer extends Held {
  readonly offered: readonly string[];
  readonly until: number;
}

/** What is needed of the store: it knows how a conversation went on, also at another replica. */
type Parts = Pick<Store, 'miss' | 'recall'>;

export function createMissed({ miss, recall }: Parts, now: () => number = Date.now): Missed {
  const offers = new Map<string, Offer>();
  const answered = createRecent<Held>(CONVERSATION_LIFETIME, MOST_HELD, now);
  const keep = ({ text, language }: Held, reason: MissedQuestion['reason']) => {
    if (WORDS.test(text.replace(/\[[a-z-]+\]/g, ''))) miss({ reason, language, text });
  };
  const answerOf = (conversation: string, entry: string) => JSON.stringify([conversation, entry]);

  const timer = setInterval(() => void giveUp(), MINUTE);
  timer.unref();
  async function giveUp(): Promise<void> {
    for (const [conversation, offer] of offers) {
      if (offer.until > now()) continue;
      offers.delete(conversation);
      if (!wasChosen(offer, await recall(conversation))) keep(offer, 'choices');
    }
  }

  return {
    replied: (conversation, typed, reply) => {
      const { kind, language, entry } = reply;
      const offer = offers.get(conversation);
      offers.delete(conversation);
      const chosen = isButton(typed) ? typed.slice(typed.indexOf(':') + 1) : undefined;
      const isChoice = offer !== undefined && chosen !== undefined && offer.offered.includes(chosen);
      if (offer !== undefined && !isChoice) keep(offer, 'choices');
      // What a chosen button answers is the question that was typed before it.
      const text = isChoice ? offer.text : chosen === undefined ? mask(typed) : '';
      if (text === '') return;
      const held = { text, language };
      if (kind === 'unknown') keep(held, 'unknown');
      if (kind === 'choices') {
        offers.set(conversation, { ...held, offered: offeredIn(reply), until: now() + PATIENCE });
        const [oldest] = offers.keys();
        if (offers.size > MOST_HELD && oldest !== undefined) offers.delete(oldest);
      }
      if (entry !== undefined && (kind === 'answer' || kind === 'silent' || kind === 'checklist')) {
        answered.set(answerOf(conversation, entry), held);
      }
    },
    notUseful: (conversation, entry) => {
      const held = answered.get(answerOf(conversation, entry));
      if (held !== undefined) keep(held, 'not useful');
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** Whether one of the offered entries was answered after all, at another replica. */
function wasChosen({ offered }: Offer, last: Previous | undefined): boolean {
  return last?.entry !== undefined && last.offered === undefined && offered.includes(last.entry);
}
