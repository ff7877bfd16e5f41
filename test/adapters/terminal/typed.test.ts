import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PassThrough, Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { converse } from '../../../adapters/terminal/index.ts';
import { numberIn } from '../../../adapters/terminal/numbers.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';

const assistant = createAssistant({ asker: createAsker(smallKnowledge()), channel: 'terminal' });

/** What is written when these lines are typed, and how many were read. */
async function typed(...lines: readonly string[]) {
  const output = new PassThrough();
  const read = await converse(assistant, { input: Readable.from(lines.map((line) => `${line}\n`)), output });
  output.end();
  return { read, written: await textOf(output) };
}

describe('a number', () => {
  it.each([
    [2, ['2', '[2]', '[2', ' 2 ', '2)', '(2)', '2.', '#2', '2e', '2de', '2nd', '“2”', '2!', '02']],
    [2, ['twee', 'tweede', 'De tweede', 'de tweede graag', 'doe maar de tweede', 'nummer twee', 'nr. 2']],
    [2, ['optie 2', 'keuze 2', 'ik kies 2', 'ik wil de 2e', 'vraag 2', 'knop 2 alsjeblieft']],
    [
      2,
      [
        'two',
        'second',
        'The second',
        'the second one',
        'the 2nd one please',
        'number two',
        'option 2',
        'no. 2',
      ],
    ],
    [1, ['een', 'één', 'eerste', '1e', '1ste', 'one', 'first', 'the first one', 'number one']],
    [3, ['derde', '3rd', 'third', 'de laatste', 'the last one', 'laatste']],
    [8, ['achtste', '8ste', 'eighth', '8th']],
    [20, ['twintig', 'twintigste', 'twentieth', '20e']],
    [0, ['0', '[0]']],
  ])('%d is read in each way to type it', (number, lines) => {
    for (const line of lines) expect([line, numberIn(line, 3)]).toEqual([line, number]);
  });

  it.each([
    ...['', ' ', 'de', 'mag ik twitteren?', '1 van de twee', '1,5', '-1', '2 of 3', '2 3', '1e kamer'],
    ...['tweede kamer', 'mag ik 2 accounts?', '7 juni', 'ja', 'eerste hulp', 'two accounts'],
  ])('is not read in “%s”', (line) => {
    expect(numberIn(line, 3)).toBeUndefined();
  });

  it('is read as it is shown, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.constantFrom('', '[', '(', '#'),
        (number, sign) => {
          expect(numberIn(`${sign}${number}`, 3)).toBe(number);
        },
      ),
    );
  });

  it('presses its button', async () => {
    const { written } = await typed('onderwerpen', 'de vierde', '[1]');
    expect(written).toContain('nl onderwerp Niet in de regels');
    expect(written).toContain('De regels zeggen niets over bakfietsen.');
  });

  it('that is not in the list gets the numbers that are, in the language of the list, which stays', async () => {
    const dutch = await typed('onderwerpen', '7', 'de zevende', '2');
    expect(dutch.written.split('nl terminal_kies 1, 2, 3 of 4')).toHaveLength(3);
    expect(dutch.written).toContain('nl onderwerp Openingstijden');
    expect((await typed('topics', '[7]')).written).toContain('en terminal_kies 1, 2, 3, or 4');
  });

  it('is a question when there are no buttons', async () => {
    expect((await typed('7')).written).not.toContain('terminal_kies');
  });
});

describe('a conversation', () => {
  it.each([
    ...[
      'stop',
      'Stop!',
      ' STOP. ',
      'stoppen',
      'exit',
      'quit',
      'q',
      ':q',
      '/exit',
      'exit()',
      '/quit',
      'afsluiten',
    ],
    ...['einde', 'stop maar'],
  ])('ends at “%s”', async (line) => {
    const { read, written } = await typed('onderwerpen', line, 'help');
    expect([read, written.includes('nl hulp')]).toEqual([2, false]);
  });

  it('goes on after a question about stopping', async () => {
    const { read } = await typed('mag ik stoppen met twitteren?', 'stop met werken', 'help');
    expect(read).toBe(3);
  });

  it('shows in one line of Dutch why changed knowledge is refused', async () => {
    const output = new PassThrough();
    await converse(assistant, {
      input: Readable.from([]),
      output,
      onStart: (showRefused) => {
        showRefused('vragen/koffie.yaml:3: Dit is geen vraag.');
      },
    });
    output.end();
    expect(await textOf(output)).toBe(
      '\nnl terminal_kennis_geweigerd vragen/koffie.yaml:3: Dit is geen vraag.\n\n',
    );
  });
});
