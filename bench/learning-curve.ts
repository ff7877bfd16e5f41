import { figuresOf } from '../src/evaluation/figures.ts';
import { percent, table } from '../src/evaluation/report.ts';
import { askerWithout, readRounds, roundOf, SENTENCES } from '../src/evaluation/rounds.ts';
import { scoreSet } from '../src/evaluation/score.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

/**
 * What each round of fresh questions scored before the bot learned from it: round N is asked of the bot with the
 * practice questions of the rounds before N only. With the code, entries and editors' own practice of today.
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
