import { describe, expect, it } from '@jest/globals';
import { entryText, EXTRA, problemsOf, swap, warningsOf } from '../fixtures/guidance.ts';

const QUESTIONS = 'thuiswerken/vragen/vragen.yaml';
const FEW = 'Bedenk er minstens 5, met andere woorden.';
const VARIANTS = '  varianten: [soep, brood, kaas, ei, melk]';
const ENGLISH = '  en: {vraag: May I have lunch?, antwoord: It is a break.}';

const words = (count: number) => Array.from({ length: count }, (_, word) => `w${word}`).join(' ');

describe('a sound guidance', () => {
  it.each([['thuiswerken'], ['travel-policy']])('has no warnings: %s', (slug) => {
    expect(warningsOf({}, [slug])).toEqual([]);
  });
});

describe('a warning', () => {
  it('is given for a sentence that no entry quotes', () => {
    const change = swap('    - Sta op en loop een rondje.\n', '');
    expect(warningsOf({ [QUESTIONS]: change })).toEqual([
      'thuiswerken/bron.txt:17: Geen enkele vraag citeert deze zin: “Sta op en loop een rondje.”. Maak er een vraag bij, of voeg hem toe als citaat.',
    ]);
  });

  it('is not given for a sentence of which a part is quoted, nor of headings and the title', () => {
    expect(warningsOf({ [QUESTIONS]: swap('- Sta op en loop een rondje.', '- loop een rondje') })).toEqual(
      [],
    );
  });

  it('is given for an entry with fewer than five variants', () => {
    expect(warningsOf({ [EXTRA]: entryText() })).toEqual([
      `${EXTRA}:1 (lunch): Er zijn weinig varianten (2). ${FEW}`,
    ]);
    expect(warningsOf({ [EXTRA]: entryText(3, '  varianten: [soep, brood, kaas, ei]', ENGLISH) })).toEqual([
      `${EXTRA}:1 (lunch): Er zijn weinig varianten (4). ${FEW}`,
    ]);
    expect(warningsOf({ [EXTRA]: entryText(3, VARIANTS, ENGLISH) })).toEqual([]);
  });

  it('counts the variants of an English guidance, and asks for no other language there', () => {
    const file = entryText(5, "  citaten: ['Alcohol is not reimbursed.']");
    expect(warningsOf({ 'travel-policy/vragen/extra.yaml': file }, ['travel-policy'])).toEqual([
      `travel-policy/vragen/extra.yaml:1 (lunch): Er zijn weinig varianten (2). ${FEW}`,
    ]);
  });

  it('is given for a phrase that is there twice in an entry, on its own line, in either language', () => {
    const dutch = ['  varianten:', '    - soep', '    - mag ik  thuis LUNCHEN?', '    - brood', '    - Soep'];
    const english = [
      '  en:',
      '    vraag: Lunch?',
      '    varianten: [soep, soup,',
      '      soup]',
      '    antwoord: It is.',
    ];
    const more = ['    - kaas', '    - ei', '    - melk'];
    const twice = (line: number, text: string) =>
      `${EXTRA}:${line} (lunch): “${text}” staat twee keer bij deze vraag. Haal de regel weg.`;
    expect(warningsOf({ [EXTRA]: entryText(3, ...dutch, ...more, ...english) })).toEqual([
      twice(5, 'mag ik  thuis LUNCHEN?'),
      twice(7, 'Soep'),
      twice(14, 'soup'),
    ]);
  });

  it('is given for an English part that is not used, because the guidance is English already', () => {
    const unused = (file: string, line: number, id: string) =>
      `${file}:${line} (${id}): De bot gebruikt dit deel “en:” niet: de handreiking is al in het Engels. Zet de zinnen die je wilt houden bij de vraag zelf, en haal “en:” weg.`;
    const quote = "  citaten: ['Alcohol is not reimbursed.']";
    const file = 'travel-policy/vragen/extra.yaml';
    const check = 'travel-policy/zelfcheck.yaml';
    const checklist = [
      'vraag: In doubt?',
      'varianten: [a, b, c, d, e]',
      'inleiding: Ask yourself.',
      "vragen: ['Alcohol is not reimbursed.']",
      'slot: You weigh it.',
      'en: {vraag: Unsure?, inleiding: Ask., slot: Weigh.}',
    ];
    expect(
      warningsOf(
        {
          [file]: entryText(3, VARIANTS).replace(/ {2}citaten.*/, `${quote}\n${ENGLISH}`),
          [check]: `${checklist.join('\n')}\n`,
        },
        ['travel-policy'],
      ),
    ).toEqual([unused(file, 6, 'lunch'), unused(check, 6, 'zelfcheck')]);
  });

  it('never stops the knowledge from loading', () => {
    expect(problemsOf({ [EXTRA]: entryText(4, `  antwoord: ${words(200)}`) })).toEqual([]);
  });
});
