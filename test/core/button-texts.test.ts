import { describe, expect, it } from '@jest/globals';
import { follow } from '../../src/assistant/index.ts';
import { buttonsIn, createAsker } from '../../src/core/index.ts';
import type { Previous, Reply } from '../../src/core/index.ts';
import { smallFile, smallKnowledge } from './small-knowledge.ts';

const PATH = 'fietsen/vragen/vragen.yaml';
/** The fixture with topics of one and of two pages, of which one is called as an editor's question. */
const many = Array.from({ length: 17 }, (_, place) =>
  [
    `- id: artikel-3.${place}`,
    '  onderwerp: "Les #2"',
    `  vraag: Wat staat er in artikel ${place}?`,
    '  antwoord: In een rek.',
    '  citaten: [Zet je fiets in een rek.]',
    '',
  ].join('\n'),
).join('');
const { ask } = createAsker(smallKnowledge({ [PATH]: `${smallFile(PATH)}${many}` }));

const next = (previous: Previous | undefined, text: string): readonly [Reply, Previous] => {
  const reply = ask({ text, ...(previous !== undefined && { previous }) });
  return [reply, follow(previous, reply)];
};
const conversation = (...texts: readonly string[]) =>
  texts.reduce<readonly [Reply | undefined, Previous | undefined]>(
    ([, previous], text) => next(previous, text),
    [undefined, undefined],
  );

/** What a reply shows, in any language: a text of some words does not always tell its language. */
const shown = (reply: Reply) => [reply.kind, reply.entry, ...buttonsIn(reply).map(({ value }) => value)];

describe('the text of a button that is typed', () => {
  it.each<[string, readonly string[], string, string]>([
    ['a topic', [], 'Niet in de regels', 'topic:Niet in de regels'],
    ['a topic in other letters', [], 'niet in de REGELS!', 'topic:Niet in de regels'],
    ['a topic that ends like a page', [], 'les #2', 'topic:Les #2#1'],
    ['all topics', [], 'nl onderwerpen_knop', 'onderwerpen'],
    ['all topics, in English', ['topics'], 'en onderwerpen_knop', 'topics'],
    ['all topics, with a typing error', [], 'nl onderwrepen_knop', 'onderwerpen'],
    ['the self-check', [], 'nl zelfcheck_knop', 'zelfcheck'],
    ['the self-check, in English', ['topics'], 'en zelfcheck_knop', 'checklist'],
    ['help', [], 'nl hulp_knop', 'help'],
    ['help, in English', ['topics'], 'en hulp_knop', 'guide me'],
    ['the next page', ['topic:Les #2#1'], 'nl meer_vragen', 'topic:Les #2#2'],
    ['the next page, in English', ['topics', 'topic:Les #2#1'], 'en meer_vragen', 'topic:Les #2#2'],
    ['the next page without a list before it', [], 'nl meer_vragen', 'onderwerpen'],
    ['a question', [], 'Mag mijn bakfiets in de stalling?', 'entry:bakfiets'],
    ['a question, in English', ['topics'], 'May I bring a cargo bike?', 'entry:bakfiets'],
    ['the self-check as a question', [], 'Twijfel je over je fiets?', 'zelfcheck'],
  ])('does what the button does: %s', (_, before, text, value) => {
    const [, previous] = conversation(...before);
    expect(next(previous, text)[0].blocks).toEqual(next(previous, value)[0].blocks);
  });

  it('holds for every button of every page, in both languages', () => {
    for (const start of ['onderwerpen', 'topics']) {
      const seen = new Set<string>();
      const visit = (value: string, before: Previous | undefined) => {
        const [reply, previous] = next(before, value);
        for (const choice of buttonsIn(reply)) {
          const [typed] = next(previous, choice.label);
          const [pressed] = next(previous, choice.value);
          // What an editor wrote as a question is that question.
          if (choice.label !== 'Openingstijden' && choice.label !== 'Zelfcheck')
            expect([choice.label, ...shown(typed)]).toEqual([choice.label, ...shown(pressed)]);
          if (seen.has(choice.value)) continue;
          seen.add(choice.value);
          visit(choice.value, previous);
        }
      };
      visit(start, undefined);
      expect(seen.size).toBeGreaterThan(20);
    }
  });

  it('is a question when an editor wrote it as one', () => {
    expect(ask({ text: 'openingstijden' }).entry).toBe('fietsen/open');
  });
});

describe('bron', () => {
  const texts = (...messages: readonly string[]) =>
    conversation(...messages)[0]?.blocks.flatMap((block) =>
      block.kind === 'quote' ? block.texts : 'text' in block ? [block.text] : [],
    );
  const SILENT = 'Wat kost de stalling?';
  const RACK = 'Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.';

  it.each<[string, readonly string[], readonly string[]]>([
    ['a silent reply', [SILENT], ['nl bron_stil']],
    [
      'a silent reply after an answer',
      ['Waar zet ik mijn fiets?', SILENT],
      ['nl bron_stil', 'nl bron_eerder Waar zet ik mijn fiets?', RACK, 'nl over_bron'],
    ],
    [
      'a silent reply, again',
      ['Waar zet ik mijn fiets?', SILENT, 'bron', SILENT, 'uitleg'],
      ['nl bron_stil', 'nl bron_eerder Waar zet ik mijn fiets?', RACK, 'nl over_bron'],
    ],
    [
      'a silent reply with a quote',
      ['Mag mijn bakfiets in de stalling?'],
      ['nl bron', 'Deze regels gelden voor iedereen.', 'nl over_bron'],
    ],
    [
      'an answer after a silent reply',
      [SILENT, 'Waar zet ik mijn fiets?'],
      ['nl bron', RACK, 'nl over_bron'],
    ],
  ])('after %s says what it shows', (_, before, expected) => {
    expect(texts(...before, 'bron')).toEqual(expected);
  });
});
