import { describe, expect, it } from '@jest/globals';
import { PassThrough, Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { answerLines } from '../../src/cli/jsonl.ts';
import { createAsker } from '../../src/core/index.ts';
import type { Knowledge } from '../../src/core/index.ts';
import { officeAlone, twoGuidances } from '../fixtures/two-guidances.ts';

/** The ids in the lines for these questions: of the answer, and of what is offered. */
async function idsFor(knowledge: Knowledge, ...questions: readonly string[]) {
  const output = new PassThrough();
  const written = textOf(output);
  const lines = questions.map((text) => `${JSON.stringify({ text })}\n`);
  await answerLines(createAsker(knowledge), Readable.from(lines), output);
  output.end();
  return (await written)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { entry: string | null; choices: { entry: string }[] })
    .map(({ entry, choices }) => [entry, ...choices.map((choice) => choice.entry)]);
}

describe('an id in a line out', () => {
  it('has the guidance in front where there are several', async () => {
    const [one, both, check] = await idsFor(
      twoGuidances(),
      'waar houd ik pauze',
      'Hoe vaak neem ik pauze?',
      'zelfcheck',
    );
    expect(one).toEqual(['op-kantoor/pauzes']);
    expect(both).toEqual([null, 'thuiswerken/pauzes', 'op-kantoor/pauzes']);
    expect(check).toEqual([null, 'thuiswerken/zelfcheck', 'op-kantoor/zelfcheck']);
  });

  it('is the one that its editor wrote where there is one', async () => {
    const [one, check, also] = await idsFor(
      officeAlone(),
      'waar houd ik pauze',
      'zelfcheck',
      'Waar parkeer ik mijn auto? Mag mijn hond mee naar kantoor?',
    );
    expect(one).toEqual(['pauzes']);
    expect(check).toEqual(['zelfcheck']);
    expect(also?.toSorted()).toEqual(['huisdieren', 'parkeren']);
  });
});
