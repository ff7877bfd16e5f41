import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readYaml } from '../../src/knowledge/read-yaml.ts';
import { formatProblem } from '../../src/knowledge/problems.ts';
import type { Problem } from '../../src/knowledge/problems.ts';
import { entriesSchema } from '../../src/knowledge/schema.ts';
import { entryText, EXTRA, problemsOf } from '../fixtures/guidance.ts';

const TAB = 'Er staat een tab aan het begin van de regel. Gebruik spaties om in te springen.';
const TWICE = 'Dezelfde naam staat hier twee keer. Laat er één staan.';
const OPEN = 'Er ontbreekt een teken. Sluit elk aanhalingsteken en elke haak die je opent.';
const INDENT = 'Deze regel springt niet goed in. Zet hem even ver naar rechts als de regels die erbij horen.';
const WRONG =
  'Dit is geen goede YAML. Kijk of de regel goed inspringt. Zet aanhalingstekens om tekst met een dubbele punt of die met een leesteken begint.';
const AROUND = 'Zet aanhalingstekens om de hele zin, zo:';
const COLON = `In deze zin staat een dubbele punt. ${AROUND}`;
const BEHIND = (mark: string) =>
  `Achter het aanhalingsteken dat de zin afsluit (${mark}) staat nog tekst. Zet dubbele aanhalingstekens om de hele zin, en “ en ” om een woord in de zin, zo:`;
const NAME = (name: string) =>
  `Achter “${name}” staat geen dubbele punt met een spatie. Schrijf “${name}: ” en dan de tekst. Hoort de regel bij de zin erboven? Laat hem dan verder inspringen dan die.`;
const SECOND =
  'Een regel met --- of ... sluit het bestand af: wat vanaf hier staat, leest de bot niet. Haal de regel met --- of ... weg.';
const ALIASES =
  'Het bestand verwijst te vaak naar zichzelf (& en *). Schrijf de tekst uit, of zet aanhalingstekens om tekst die met * of & begint.';

// After a mistake the parser has lost its way: what it says next is about its own guesses, not about the file.
describe('a mistake in YAML', () => {
  it.each([
    ['a tab before a list item', entryText(3, '  varianten:', '\t- soep'), `:4: ${TAB}`],
    [
      'tabs before many lines',
      entryText(3, '  varianten:', ...'abcdefg'.split('').map((text) => `\t- ${text}`)),
      `:4: ${TAB} Ook op regel 5, 6, 7, 8, 9 en verder.`,
    ],
    ['a tab before a name', entryText(3, '\tvarianten: [soep]'), `:3: ${TAB}`],
    ['a name that is there twice', entryText(3, '  vraag: Mag ik?'), `:3: ${TWICE}`],
    [
      'a double quote that the next quoted line closes by accident',
      entryText(3, '  varianten: ["soep]', '  elders: "Vraag het."'),
      `:3: ${OPEN}`,
    ],
    // The parser only misses the quote at the end of the file, where there is nothing to see.
    ['a double quote that stays open', entryText(2, '  vraag: "Mag ik lunchen?'), `:2: ${OPEN}`],
    ['a single quote that stays open', entryText(5, "  citaten: ['Sta op.]"), `:5: ${OPEN}`],
    ['an item less indented than its list', entryText(1, '- id: diner', ' - id: lunch'), `:2: ${INDENT}`],
    ['a line indented too far', entryText(3, '    varianten: [soep]'), `:3: ${INDENT}`],
    [
      'a colon in a sentence',
      entryText(2, '  vraag: Lunch: mag dat?'),
      `:2: ${COLON} vraag: "Lunch: mag dat?"`,
    ],
    [
      'a colon in an item',
      entryText(3, '  varianten:', '    - lunch: mag: dat'),
      `:4: ${COLON} - "lunch: mag: dat"`,
    ],
    [
      'a colon in a long sentence with quotation marks',
      entryText(4, `  antwoord: De "regel" zegt: ${'wat langer '.repeat(20)}`),
      `:4: ${COLON} antwoord: "De “regel” zegt: wat langer wat langer wat langer wat lange…"`,
    ],
    [
      'text after a closing quote',
      entryText(2, '  vraag: "Lunch" mag dat?'),
      `:2: ${BEHIND('"')} vraag: "“Lunch” mag dat?"`,
    ],
    [
      'an apostrophe between single quotes',
      entryText(2, "  vraag: 'Hoe kan 't beter?'"),
      `:2: ${BEHIND("'")} vraag: "Hoe kan 't beter?"`,
    ],
    [
      'a sentence that starts with @',
      entryText(4, '  antwoord: @home mag het.'),
      `:4: Een zin mag niet met @ beginnen. ${AROUND} antwoord: "@home mag het."`,
    ],
    [
      'a sentence that starts with a word between brackets',
      entryText(4, '  antwoord: [Soms] mag het.'),
      `:4: Een zin mag niet met [ beginnen. ${AROUND} antwoord: "[Soms] mag het."`,
    ],
    ['a name without a colon', entryText(2, '  vraag Mag ik lunchen?'), `:2: ${NAME('vraag')}`],
    ['a name without a space', entryText(2, '  vraag:Mag ik lunchen?'), `:2: ${NAME('vraag')}`],
    ['a mistake of another kind', entryText(2, '  vraag: "Lunch \\d"'), `:2: ${WRONG}`],
    [
      // A quoted sentence may run over lines: that quote is not open.
      'a colon in a sentence, after a quoted sentence of two lines',
      entryText(3, '  elders: "Vraag het', '    aan je baas."', '  onderwerp: Eten: thuis'),
      `:5: ${COLON} onderwerp: "Eten: thuis"`,
    ],
    [
      'a double quote that stays open, after one of two lines',
      entryText(3, '  elders: "Vraag het', '    aan je baas."', '  onderwerp: "Eten'),
      `:5: ${OPEN}`,
    ],
    ['two documents', `${entryText()}---\n${entryText()}`, `:6: ${SECOND}`],
    ['text after an end', `${entryText()}...\n${entryText()}`, `:7: ${SECOND}`],
  ])('is reported once, at its line: %s', (_, file, reported) => {
    expect(problemsOf({ [EXTRA]: file })).toEqual([`${EXTRA}${reported}`]);
  });

  it('is reported with the other mistakes of the file', () => {
    const file = `${entryText(3, '  vraag: Mag ik?')}${entryText(4, '  antwoord: Ja.', '  antwoord: Nee.')}`;
    expect(problemsOf({ [EXTRA]: file })).toEqual([`${EXTRA}:3: ${TWICE}`, `${EXTRA}:10: ${TWICE}`]);
  });

  it('has a line that the file has, and is reported once, wherever a character is missing', () => {
    const whole = entryText(
      3,
      '  varianten:',
      '    - "een boterham: met kaas"',
      "    - 'soep (warm)'",
      '    - [x]',
    );
    fc.assert(
      fc.property(
        fc.nat({ max: whole.length - 1 }),
        fc.constantFrom('', '\t', '"', "'", ' ', '*'),
        (at, typed) => {
          const text = whole.slice(0, at) + typed + whole.slice(at + 1);
          const problems: Problem[] = [];
          readYaml({ file: 'f', text }, entriesSchema, problems);
          const lines = text.trimEnd().split('\n').length;
          expect(problems.filter(({ line }) => line === undefined || line < 1 || line > lines)).toEqual([]);
          expect(problems.map(formatProblem)).toEqual([...new Set(problems.map(formatProblem))]);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('references in YAML', () => {
  it('may be used a few times', () => {
    const file = entryText(4, '  antwoord: &kort Dat is een pauze.', '  elders: *kort');
    expect(problemsOf({ [EXTRA]: file })).toEqual([]);
  });

  it('that would grow into millions of items are refused', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items = level === 0 ? 'soep' : Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ');
      return `a${level}: &a${level} [${items}]`;
    });
    expect(problemsOf({ [EXTRA]: [...levels, 'b: *a11'].join('\n') })).toEqual([`${EXTRA}: ${ALIASES}`]);
  });

  it('that cannot be resolved are reported at their line: a sentence may begin with a star', () => {
    expect(problemsOf({ [EXTRA]: entryText(4, '  antwoord: *let-op*') })).toEqual([
      `${EXTRA}:4: Een zin mag niet met een * beginnen: “*let-op*”. Zet aanhalingstekens om de hele zin.`,
    ]);
  });

  it('may not nest deeper than the parser can follow', () => {
    expect(problemsOf({ [EXTRA]: '['.repeat(50_000) })).toEqual([`${EXTRA}:1: ${WRONG}`]);
  });
});
