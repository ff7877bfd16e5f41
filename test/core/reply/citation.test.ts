import { describe, expect, it } from '@jest/globals';
import { createAsker } from '../../../src/core/index.ts';
import type { Block, Language, Reply } from '../../../src/core/index.ts';
import { composeEntry } from '../../../src/core/reply/compose.ts';
import { entryReply, guidanceEntry, guidanceOf, smallFile, smallKnowledge } from '../small-knowledge.ts';

const METADATA = 'fietsen/handreiking.yaml';
const ENTRIES = 'fietsen/vragen/vragen.yaml';
/** The real sentences, in the place of those that only show which they are. */
const TEXTS = {
  'basis/teksten.yaml': smallFile('basis/teksten.yaml')
    .replace(/'nl citaat_bron .*'/, "'{titel}[, {datum}]'")
    .replace(/'en citaat_bron .*'/, "'{titel}[, {datum}]'")
    .replace(/'nl elders .*'/, "'Waar dan wel: {verwijzing}'"),
};
const replyOf = (changes: Readonly<Record<string, string>>, id: string, language: Language = 'nl') =>
  entryReply(guidanceOf(smallKnowledge({ ...TEXTS, ...changes })), id, language);
const quotesIn = ({ blocks }: Reply) =>
  blocks.filter((block): block is Extract<Block, { kind: 'quote' }> => block.kind === 'quote');
const labelsIn = (reply: Reply) => quotesIn(reply).map(({ source }) => source.label);
const metadata = (text: string) => ({ [METADATA]: smallFile(METADATA).replace('editie: "2024"', text) });

describe('the citation of a quote', () => {
  it('has the date in words, in the language of the reply', () => {
    const dated = metadata('editie: "2019-03-06"');
    expect(labelsIn(replyOf(dated, 'in-rek'))).toEqual(['Regels voor de stalling, 6 maart 2019']);
    expect(labelsIn(replyOf(dated, 'in-rek', 'en'))).toEqual(['Regels voor de stalling, 6 March 2019']);
  });

  it('has the short title where there is one, and no empty words without an edition or a heading', () => {
    expect(labelsIn(replyOf(metadata('korte_titel: Stallingsregels'), 'in-rek'))).toEqual([
      'Stallingsregels',
    ]);
    const whole = smallFile(ENTRIES).replace(
      '[Zet je fiets in een rek.]',
      '[Deze regels gelden voor iedereen.]',
    );
    const [quote] = quotesIn(replyOf({ [ENTRIES]: whole }, 'in-rek'));
    expect(quote?.source).toEqual({
      label: 'Regels voor de stalling, 2024',
      guidance: 'fietsen',
      edition: '2024',
      sentences: [1],
    });
  });

  it('is one for neighbouring quotes of a section, and another for the next section', () => {
    const several = smallFile(ENTRIES).replace(
      '[Zet je fiets in een rek.]',
      '[Zet je fiets in een rek., Een fiets buiten het rek, De stalling is open van zeven tot negentien uur.]',
    );
    const quotes = quotesIn(replyOf({ [ENTRIES]: several }, 'in-rek'));
    expect(quotes.map(({ texts, source }) => [texts.length, source.section, source.sentences])).toEqual([
      [2, 'Stallen', [2, 3]],
      [1, 'Openingstijden', [4]],
    ]);
  });
});

describe('the heading of an answer', () => {
  const titled = smallKnowledge({
    [ENTRIES]: smallFile(ENTRIES)
      .replace('antwoord: In een rek.', 'kop: Je fiets hoort in een rek\n  antwoord: In een rek.')
      .replace('antwoord: In a rack.', 'kop: Your bicycle belongs in a rack\n    antwoord: In a rack.'),
  });
  const { ask } = createAsker(titled);
  const headingOf = ({ blocks: [first] }: Reply) => (first?.kind === 'heading' ? first.text : undefined);

  it.each([
    ['a button', 'entry:in-rek'],
    ['what its editor wrote', 'fiets parkeren'],
  ])('is its claim after %s', (_, text) => {
    expect(headingOf(ask({ text }))).toBe('Je fiets hoort in een rek');
    expect(headingOf(ask({ text, previous: { language: 'nl' } }))).toBe('Je fiets hoort in een rek');
  });

  it('is its claim in English too', () => {
    expect(headingOf(ask({ text: 'entry:in-rek', previous: { language: 'en' } }))).toBe(
      'Your bicycle belongs in a rack',
    );
  });

  it('is its question when something else may have been asked, or when it has no claim', () => {
    const [entry, other] = ['in-rek', 'open'].map((id) => guidanceEntry(guidanceOf(titled), id));
    if (entry === undefined || other === undefined) throw new TypeError('no entries');
    const unsure = composeEntry(entry, 'nl', [], () => undefined, { isSure: false });
    expect(headingOf(unsure)).toBe('Waar zet ik mijn fiets?');
    expect(headingOf(composeEntry(other, 'nl', [], () => undefined))).toBe('Wanneer is de stalling open?');
  });
});

describe('the pointer of a silence', () => {
  it('says where to look, with the links that its editor wrote', () => {
    const pointing = smallFile(ENTRIES).replace(
      'antwoord: De regels zeggen niets over kosten.',
      "antwoord: De regels zeggen niets over kosten.\n  elders: 'in de [gids](https://example.org/gids) van {eigenaar}.'",
    );
    expect(replyOf({ [ENTRIES]: pointing }, 'kosten').blocks).toContainEqual({
      kind: 'paragraph',
      text: 'Waar dan wel: in de gids van Facilitair.',
      links: [{ at: 20, text: 'gids', url: 'https://example.org/gids' }],
    });
  });
});
