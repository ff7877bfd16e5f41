import { follow } from '../assistant/index.ts';
import { isSameEntry, offeredIn } from '../core/index.ts';
import type { Asker, Previous, Reply } from '../core/index.ts';
import { wilsonInterval } from './interval.ts';
import type { InvarianceLists } from './invariance-lists.ts';
import { listedQuestions } from './listed-questions.ts';

/**
 * What became of one message. `right`: an accepted entry; `offered`: one is among the choices; `other`: another entry was
 * answered or named silent, the harmful one; `missed`: the rest.
 */
export type InvarianceOutcome = 'right' | 'offered' | 'other' | 'missed';

export interface InvarianceItem {
  /** How the message differs from a bare subject. */
  readonly relation: string;
  readonly text: string;
  readonly outcome: InvarianceOutcome;
  readonly reply: Reply;
}

const CAPITALS = 'HOOFDLETTERS';
/** Questions that are wrapped and followed up: enough for an interval of two points. */
const WRAPPED = 48;
const FOLLOWED = 24;
const PAIR_DISTANCE = 7;
/** Replies that guess no subject: help, and small talk ("dat bedoel ik niet", "wat kan ik vragen?"). */
const NO_GUESS: readonly Reply['kind'][] = ['help', 'topics', 'unknown', 'about', 'social'];

/** Asks everything in the lists. Wrappers, joins and follow-ups are tried on questions that are right by themselves. */
export function measureInvariance(
  { ask, entries }: Pick<Asker, 'ask' | 'entries'>,
  lists: InvarianceLists,
): InvarianceItem[] {
  const reply = (text: string, previous?: Previous) =>
    ask({ text, ...(previous !== undefined && { previous }) });
  const judged = (relation: string, text: string, accepted: readonly string[]): InvarianceItem => {
    const said = reply(text);
    return { relation, text, reply: said, outcome: judge(said, accepted) };
  };
  const right = lists.paren.filter(({ vraag, bij }) => judge(reply(vraag), bij) === 'right');
  return [
    ...listedQuestions(lists).map(({ relation, text, accepted }) => judged(relation, text, accepted)),
    ...lists.wendingen.map(({ vraag, bij }) => twisted(vraag, bij)),
    ...lists.omlijstingen.flatMap((wrapper) =>
      right
        .slice(0, WRAPPED)
        .map(({ vraag, bij }) =>
          judged(
            'around it',
            wrapper === CAPITALS ? vraag.toUpperCase() : wrapper.replace('{v}', () => vraag),
            bij,
          ),
        ),
    ),
    ...right.map((first, index) =>
      joined(first, right[(index + PAIR_DISTANCE) % right.length] ?? first, index),
    ),
    ...followUps(),
    ...lists.zonder_onderwerp.map((text): InvarianceItem => {
      const said = reply(text);
      return {
        relation: 'no subject',
        text,
        reply: said,
        outcome: NO_GUESS.includes(said.kind) ? 'right' : 'other',
      };
    }),
    ...entries.flatMap(({ id, wording }) =>
      Object.values(wording).flatMap(({ question, variants }) =>
        [question, ...variants].map((text) => judged('literal', text, [id])),
      ),
    ),
  ];

  /** An answer to what was not asked is harmful; anything else is honest. */
  function twisted(text: string, accepted: readonly string[]): InvarianceItem {
    const said = reply(text);
    const isPretended = said.kind === 'answer' && !isAccepted(said.entry, accepted);
    return { relation: 'with a twist', text, reply: said, outcome: isPretended ? 'other' : 'right' };
  }

  /** Right when both are answered or offered, offered when one is. */
  function joined(
    a: InvarianceLists['paren'][number],
    b: InvarianceLists['paren'][number],
    index: number,
  ): InvarianceItem {
    const join = lists.verbindingen[index % lists.verbindingen.length] ?? '{a} {b}';
    const text = join.replace('{a}', () => a.vraag).replace('{b}', () => b.vraag);
    const said = reply(text);
    const ids = [said.entry, ...offeredIn(said)];
    const found = [a, b].filter(({ bij }) => ids.some((id) => isAccepted(id, bij))).length;
    const outcome = found === 2 ? 'right' : found === 1 ? 'offered' : 'other';
    return { relation: 'two questions', text, reply: said, outcome };
  }

  /** Right when the reply stays with the entry or goes to a related one. */
  function followUps(): InvarianceItem[] {
    const related = new Map(entries.map((entry) => [entry.id, entry.related]));
    const texts = [lists.vervolgvragen, lists.english_followups].flatMap((kinds) =>
      Object.values(kinds).flat(),
    );
    return texts.flatMap((text) =>
      right.slice(0, FOLLOWED).map(({ vraag }): InvarianceItem => {
        const first = reply(vraag);
        const said = reply(text, follow(undefined, first));
        const accepted = [first.entry ?? '', ...(related.get(first.entry ?? '') ?? [])];
        const outcome = judge(said, accepted);
        return { relation: 'follow-ups', text: `${vraag} > ${text}`, reply: said, outcome };
      }),
    );
  }
}

function judge(reply: Reply, accepted: readonly string[]): InvarianceOutcome {
  if (isAccepted(reply.entry, accepted)) return 'right';
  if (reply.kind === 'choices')
    return offeredIn(reply).some((id) => isAccepted(id, accepted)) ? 'offered' : 'missed';
  return ['answer', 'silent', 'checklist', 'social'].includes(reply.kind) ? 'other' : 'missed';
}

function isAccepted(id: string | undefined, accepted: readonly string[]): boolean {
  return id !== undefined && accepted.some((other) => isSameEntry(other, id));
}

/** The shares (0..1) of the messages of each relation that are right, and under "<relation>, other" that are harmful. */
export function invarianceFigures(items: readonly InvarianceItem[]): Readonly<Record<string, number>> {
  const figures = [...Map.groupBy(items, ({ relation }) => relation)].flatMap(([relation, own]) => {
    const share = (outcome: InvarianceOutcome) =>
      own.filter((item) => item.outcome === outcome).length / own.length;
    return [
      [relation, share('right')],
      [`${relation}, other`, share('other')],
    ] as const;
  });
  return Object.fromEntries(figures);
}

/** The outcomes of each relation as a table of percentages, with the number of messages. */
export function invarianceTable(items: readonly InvarianceItem[]): string {
  const rows = [...Map.groupBy(items, ({ relation }) => relation)].map(([relation, own]) => {
    const share = (outcome: InvarianceOutcome) =>
      `${((100 * own.filter((item) => item.outcome === outcome).length) / own.length).toFixed(1)} %`.padStart(
        9,
      );
    const shares = (['right', 'offered', 'other', 'missed'] as const).map(share).join('');
    const right = own.filter(({ outcome }) => outcome === 'right').length;
    const [low, high] = wilsonInterval(right, own.length).map((end) => (100 * end).toFixed(1));
    return `${relation.padEnd(24)}${String(own.length).padStart(6)}${shares}   right ${low}-${high}`;
  });
  const head = `${''.padEnd(24)}${'number'.padStart(6)}${['right', 'offered', 'other', 'missed'].map((name) => name.padStart(9)).join('')}`;
  return [head, ...rows].join('\n');
}
