import type { InvarianceLists } from './invariance-lists.ts';

/** A message about one subject, with the entries that a fair reader accepts. */
export interface ListedQuestion {
  readonly relation: string;
  readonly text: string;
  readonly accepted: readonly string[];
}

/** Everything in the lists that is one question by itself. */
export function listedQuestions(lists: InvarianceLists): ListedQuestion[] {
  return [
    ...lists.onderwerpen.map(({ woord, bij }) => listed('bare subject', woord, bij)),
    ...framed('frames', lists.kaders, lists.onderwerpen),
    ...lists.subjects.map(({ woord, bij }) => listed('bare subject, English', woord, bij)),
    ...framed('frames, English', lists.frames, lists.subjects),
    ...named('platforms', '{p}', lists.platforms, lists.platformvragen),
    ...named('roles', '{r}', lists.rollen, lists.rolvragen),
    ...lists.paren.map(({ vraag, bij }) => listed('plain questions', vraag, bij)),
    ...lists.tikfouten.map(({ vraag, bij }) => listed('typing errors', vraag, bij)),
    ...lists.echte.map(({ vraag, bij }) => listed('without a twist', vraag, bij)),
  ];
}

function listed(relation: string, text: string, accepted: readonly string[]): ListedQuestion {
  return { relation, text, accepted };
}

function framed(relation: string, frames: readonly string[], subjects: InvarianceLists['subjects']) {
  return frames.flatMap((frame) =>
    subjects.map(({ woord, bij }) =>
      listed(
        relation,
        frame.replace('{x}', () => woord),
        bij,
      ),
    ),
  );
}

function named(
  relation: string,
  slot: string,
  names: readonly string[],
  questions: InvarianceLists['paren'],
) {
  return questions.flatMap(({ vraag, bij, behalve }) =>
    names.map((name) =>
      listed(
        relation,
        vraag.replace(slot, () => name),
        behalve?.[name] ?? bij,
      ),
    ),
  );
}
