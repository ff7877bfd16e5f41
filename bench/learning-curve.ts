import { figuresOf } from '../src/evaluation/figures.ts';
import { percent, table } from '../src/evaluation/report.ts';
import { SENTENCES } from '../src/evaluation/round-sentences.ts';
import { askerWithout, readRounds } from '../src/evaluation/rounds.ts';
import { scoreSet } from '../src/evaluation/score.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

/**
 * Scores each round of fresh questions on a matcher that was trained without it: round N on the practice questions of
 * the rounds before N. Code, entries and the editors' own practice questions are the current ones.
 *
 *     node bench/learning-curve.ts
 */
const rounds = readRounds();
const rows = rounds.map(({ number, items }) => {
  const later = rounds.map((round) => round.number).filter((other) => other >= number);
  const asker = askerWithout(later, CHANNEL_TEXTS);
  const figures = figuresOf(scoreSet(asker, items, SENTENCES));
  return [
    String(number),
    ...[
      figures.right,
      figures.rightOrOffered,
      figures.wrong,
      figures.silentHonest,
      figures.silentPretended,
      figures.offtopicFalse,
      figures.socialRight,
    ].map(percent),
  ];
});
const head = ['round', 'right', 'right or offered', 'wrong', 'honest', 'pretended', 'false', 'social'];
process.stdout.write(`${table(head, rows)}\n`);
