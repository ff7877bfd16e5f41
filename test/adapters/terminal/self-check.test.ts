import { describe, expect, it } from '@jest/globals';
import { PassThrough, Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { converse } from '../../../adapters/terminal/index.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import type { CountedEvent } from '../../../src/store/index.ts';
import { load, SHIPPED_BASE } from '../../fixtures/guidance.ts';
import { twoGuidances } from '../../fixtures/two-guidances.ts';
import { CHECKLIST } from '../web/serve.ts';

const asker = createAsker(load({ 'thuiswerken/zelfcheck.yaml': CHECKLIST, ...SHIPPED_BASE }).knowledge);

/** What is written when these lines are typed, and what is counted. */
async function typed(lines: readonly string[], { bot = asker, takesVotes = true } = {}) {
  const counted: CountedEvent[] = [];
  const metered: string[] = [];
  const store = { ...createProcessStore(), count: (one: CountedEvent) => void counted.push(one) };
  const meter = {
    event: (_: string, type: string, outcome: string) => void metered.push(`${type} ${outcome}`),
  };
  const assistant = createAssistant({ asker: bot, channel: 'terminal', store, meter });
  const output = new PassThrough();
  const written = textOf(output);
  const input = Readable.from(lines.map((line) => `${line}\n`));
  await converse(assistant, { input, output, takesVotes });
  output.end();
  return { written: (await written).replace(/\s+/g, ' '), counted, metered };
}

describe('the self-check in a terminal', () => {
  it('asks each question and how to answer, and ends with the advice and the doubts', async () => {
    const { written, metered } = await typed(['zelfcheck', 'ja', 'nee']);
    expect(written).toContain('Typ ja, nee of weet ik niet.');
    expect(written).toMatch(/1\. Sta op en loop een rondje\. \[1\] Ja \[2\] Nee \[3\] Weet ik niet/);
    expect(written).toContain(
      'Je koos niet overal ja. Lees eerst de tips hieronder. - “Kijk even in de verte.” Je koos: Nee. De bot bewaart je keuzes niet.',
    );
    expect(written.match(/Vraag een collega om mee te lopen/g)).toHaveLength(2);
    expect(metered).toContain('check done');
  });

  it.each([
    ['ja', 'Ja.'],
    ['1', 'yes'],
    ['J', 'Y'],
    ['[1]', 'de eerste'],
  ])('takes answers as people type them: %s, %s', async (...answers) => {
    const { written } = await typed(['zelfcheck', ...answers]);
    expect(written).toContain('Je koos overal ja. Hieronder staan nog tips.');
  });

  it.each([
    ['nee', '2'],
    ['weet ik niet', '?'],
    ['twijfel', 'I do not know'],
  ])('never takes another answer for yes: %s, %s', async (...answers) => {
    const { written } = await typed(['zelfcheck', ...answers]);
    expect(written).toContain('Je koos niet overal ja.');
  });

  it('says that an answer is missing after Enter, and concludes nothing', async () => {
    for (const answers of [
      ['', ''],
      ['ja', ''],
      ['', 'ja'],
    ]) {
      const { written, metered } = await typed(['zelfcheck', ...answers]);
      expect(written).toContain('Je hebt niet op elke vraag een antwoord gekozen.');
      expect(written).not.toMatch(/Je koos (niet )?overal ja/);
      expect(metered).not.toContain('check done');
    }
  });

  it('is left by a question, which is answered', async () => {
    const { written } = await typed(['zelfcheck', 'ja', 'hoe vaak neem ik pauze?', 'ja']);
    expect(written).toContain('Elk uur kort.');
    expect(written).not.toContain('Je koos');
  });

  it('asks for another number than there are answers', async () => {
    const { written } = await typed(['zelfcheck', '7', '1', '1']);
    expect(written).toContain('Kies 1, 2 of 3.');
    expect(written).toContain('Je koos overal ja.');
  });

  it('ends with its input, and with stop', async () => {
    expect((await typed(['zelfcheck'])).written).not.toContain('Je koos');
    expect((await typed(['zelfcheck', 'stop', 'ja', 'ja'])).written).not.toContain('Je koos');
  });

  it('is of the guidance that was chosen', async () => {
    const bot = createAsker(twoGuidances());
    const { written } = await typed(['zelfcheck', '2', 'ja'], { bot });
    expect(written).toMatch(/1\. Je raam dicht is\./);
    expect(written).not.toContain('Sta op en loop een rondje.');
  });
});

describe('a vote in a terminal', () => {
  const QUESTION = 'hoe vaak neem ik pauze?';
  const numberOf = (written: string, label: string) =>
    new RegExp(`\\[(\\d+)\\] ${label}(?= )`).exec(written)?.[1] ?? 'no number';

  it('is cast with its number, and asks why an answer is not useful', async () => {
    const { written } = await typed([QUESTION]);
    expect(written).toContain('Was dit nuttig?');
    const { written: after, counted } = await typed([QUESTION, numberOf(written, 'Niet nuttig')]);
    expect(after).toContain(
      'Bedankt, je mening is geteld. Wat was er niet goed? Je hoeft niets te kiezen. [1]',
    );
    expect(counted.slice(1)).toMatchObject([
      { kind: 'vote', channel: 'terminal', entry: 'thuiswerken/pauzes', useful: false },
    ]);
  });

  it('gets its reason by number or by word, and can be changed by its word', async () => {
    const { written, counted } = await typed([QUESTION, 'niet nuttig', '2', 'nuttig']);
    expect(written).toContain('Bedankt, je reden is geteld.');
    expect(counted.slice(1)).toMatchObject([
      { kind: 'vote', useful: false },
      { kind: 'reason', reason: 'unclear' },
      { kind: 'vote', useful: true },
      { kind: 'reason', replaces: 'unclear' },
    ]);
    const words = await typed([QUESTION, 'Niet nuttig', 'Niet volledig']);
    expect(words.counted.at(-1)).toMatchObject({ kind: 'reason', reason: 'incomplete' });
  });

  it('counts once for each answer', async () => {
    const { counted } = await typed([QUESTION, 'nuttig', 'nuttig', QUESTION, 'nuttig']);
    expect(counted.filter(({ kind }) => kind === 'vote')).toHaveLength(2);
  });

  it('is not asked for where votes are not counted', async () => {
    const { written } = await typed([QUESTION], { takesVotes: false });
    expect(written).not.toContain('nuttig');
  });
});
