import { follow } from '../assistant/index.ts';
import { buttonsIn, isSameEntry, offeredIn } from '../core/index.ts';
import type { Asker, Explained, Previous, Reply } from '../core/index.ts';
import { isAnsweredBy, numbersOf } from './question-set.ts';
import type { Labelled, Sentences } from './question-set.ts';

/** How good a reply is; which outcomes are possible depends on the expected kind (`test/questions/README.md`). */
export type Outcome =
  | 'right'
  | 'offered'
  | 'wrong'
  | 'missed'
  | 'honest'
  | 'misnamed'
  | 'pretended'
  | 'false-answer'
  | 'half-false'
  | 'rejected';

/** A labelled question with its reply and outcome. */
export interface Scored {
  readonly item: Labelled;
  readonly explained: Explained;
  readonly outcome: Outcome;
}

/** Asks each question of a set (a follow-up after its question) and scores the reply. */
export function scoreSet(asker: Asker, items: readonly Labelled[], sentences: Sentences): Scored[] {
  return items.map((item) => {
    const previous =
      item.after === undefined ? undefined : follow(undefined, asker.ask({ text: item.after }));
    const explained = ask(asker, item.q, previous);
    return { item, explained, outcome: outcomeOf(item, explained.reply, asker, sentences) };
  });
}

function ask(asker: Asker, text: string, previous: Previous | undefined): Explained {
  return asker.explain({ text, ...(previous !== undefined && { previous }) });
}

function outcomeOf(item: Labelled, reply: Reply, asker: Asker, sentences: Sentences): Outcome {
  const offers = reply.kind === 'choices' ? choicesIn(reply).map((value) => asker.ask({ text: value })) : [];
  switch (item.expect) {
    case 'answer':
    case 'checklist': {
      const answers = (other: Reply) =>
        isAnsweredBy(item, { kind: other.kind, numbers: numbersIn(other, sentences) });
      return outcome(answers(reply), offers.some(answers), reply);
    }
    case 'silent':
      if (reply.kind === 'answer') return 'pretended';
      if (reply.kind === 'silent')
        return item.stil?.some((id) => isSameEntry(id, reply.entry ?? '')) === false ? 'misnamed' : 'honest';
      if (reply.kind === 'unknown') return 'honest';
      return offers.some((offer) => offer.kind === 'silent') ? 'honest' : 'missed';
    case 'offtopic':
      if (reply.kind === 'answer' || reply.kind === 'checklist' || reply.kind === 'silent')
        return 'false-answer';
      return reply.kind === 'choices' ? 'half-false' : 'rejected';
    case 'entry': {
      const isRight = (id: string | undefined) =>
        id !== undefined && item.entries?.some((right) => isSameEntry(right, id)) === true;
      return outcome(isRight(reply.entry), reply.kind === 'choices' && offeredIn(reply).some(isRight), reply);
    }
    case 'social':
      return ['social', 'help', 'topics', 'about'].includes(reply.kind) ? 'right' : 'wrong';
  }
}

function outcome(right: boolean, offered: boolean, reply: Reply): Outcome {
  if (right) return 'right';
  if (offered) return 'offered';
  return ['answer', 'checklist', 'silent', 'social'].includes(reply.kind) ? 'wrong' : 'missed';
}

/** The verbatim texts in a reply: quotes, and the self-check. */
export function quotesIn(reply: Reply): string[] {
  return reply.blocks.flatMap((block) =>
    block.kind === 'quote'
      ? block.texts
      : block.kind === 'checklist'
        ? [...(block.lead === undefined ? [] : [block.lead]), ...block.questions]
        : [],
  );
}

/** The values of the buttons that a reply of kind `choices` offers. */
export function choicesIn(reply: Reply): string[] {
  return buttonsIn(reply).map(({ value }) => value);
}

function numbersIn(reply: Reply, sentences: Sentences): string[] {
  return quotesIn(reply).flatMap((quote) => numbersOf(quote, sentences));
}
