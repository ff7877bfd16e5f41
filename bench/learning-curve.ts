import { figuresOf } from '../src/evaluation/figures.ts';
import { percent, table } from '../src/evaluation/report.ts';
import { askerWithout, readRounds, roundOf, SENTENCES } from '../src/evaluation/rounds.ts';
import { scoreSet } from '../src/evaluation/score.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

/**
 * Scores each round of fresh questions on a matcher that was trained without it: round N on the practice questions of
 * the rounds before N. Code, entries and the editors' own practice questions are the current ones.
 *
 *     node bench/learning-curve.ts
 */
const rows = readRounds().map(({ number, items }) => {
  const asker = askerWithout((file) => (roundOf(file) ?? 0) >= number, CHANNEL_TEXTS);
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
