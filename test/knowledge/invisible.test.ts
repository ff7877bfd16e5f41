import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entryText, EXTRA, findingsOf, problemsOf, swap, warningsOf } from '../fixtures/guidance.ts';

const RETYPE = 'Haal de spaties daar weg en typ ze opnieuw.';
const wrongSpace = (line: number, name: string) =>
  `${EXTRA}:${line}: Aan het begin van de regel of achter “-” of “:” staat ${name} in plaats van een gewone spatie. ${RETYPE}`;
const unseen = (text: string, advice: string) =>
  `${EXTRA}:5 (lunch): Dit citaat verschilt van bron.txt in tekens die je niet ziet: “${text}”. ${advice}`;
const FIRM = 'een vaste spatie';

describe('a special space', () => {
  it.each([
    ['before a name', entryText(3, '\u00a0 varianten: [soep]'), wrongSpace(3, FIRM)],
    ['after spaces', entryText(3, ' \u00a0varianten: [soep]'), wrongSpace(3, FIRM)],
    ['behind a dash', entryText(3, '  varianten:', '    -\u00a0soep'), wrongSpace(4, FIRM)],
    ['behind a colon', entryText(2, '  vraag:\u00a0Mag het?'), wrongSpace(2, FIRM)],
    ['of another width', entryText(3, '\u2003varianten: [soep]'), wrongSpace(3, 'een bijzondere spatie')],
  ])('where YAML needs a common one is told by its name, once: %s', (_, file, reported) => {
    expect(problemsOf({ [EXTRA]: file })).toEqual([reported]);
  });

  it('inside a sentence does no harm', () => {
    expect(problemsOf({ [EXTRA]: entryText(4, '  antwoord: Dat is\u00a0een pauze.') })).toEqual([]);
  });
});

describe('a character that cannot be seen', () => {
  it('is a warning, once for a file', () => {
    const file = entryText(4, '  antwoord: Thuis\u00adwerken is een pauze.', '  elders: thuis\u00adwerk');
    expect(findingsOf('onzichtbaar-teken', { [EXTRA]: file })).toEqual([
      `${EXTRA}:4: In deze regel staat een afbreekstreepje dat je niet ziet (2 keer in dit bestand). Typ het woord opnieuw.`,
    ]);
    expect(findingsOf('onzichtbaar-teken', { [EXTRA]: entryText(4, '  antwoord: Ja 👩‍💻.') })).toEqual([]);
  });

  it('is found in the source, and told where a quote differs in nothing else', () => {
    const source = {
      'thuiswerken/bron.txt': swap('korte pauze', 'korte pau\u00adze'),
      'thuiswerken/handreiking.yaml': (text: string) => text.replace(/^sha256:.*$/m, ''),
    };
    const text = 'Neem elk uur een korte pauze:';
    const advice =
      'In bron.txt staat een afbreekstreepje dat je niet ziet. Haal het daar weg en vernieuw de vingerafdruk, of kopieer de zin uit bron.txt.';
    expect(problemsOf({ ...source, [EXTRA]: entryText() })).toContain(unseen(text, advice));
    const unquoted = {
      ...source,
      'thuiswerken/vragen/vragen.yaml': swap("    - 'Neem elk uur een korte pauze:'\n", ''),
    };
    expect(findingsOf('onzichtbaar-teken', unquoted)).toEqual([
      expect.stringMatching(/^thuiswerken\/bron.txt:\d+: In deze regel staat een afbreekstreepje/),
    ]);
  });

  it.each([
    [
      'Eén dag per week is het hele team op kantoor.'.normalize('NFD'),
      'Een letter met een accent (zoals é) is op een andere manier opgeslagen. Kopieer de zin uit bron.txt.',
    ],
    ['Kijk even in de ver\u200bte.', 'In het citaat staat een spatie zonder breedte. Typ het woord opnieuw.'],
  ])('or is stored otherwise is told as the difference of a quote: %s', (text, advice) => {
    expect(problemsOf({ [EXTRA]: entryText(5, `  citaten: ['${text}']`) })).toEqual([unseen(text, advice)]);
  });
});

describe('a tab between words', () => {
  it('is a warning, because it may be a row of a spreadsheet', () => {
    const told =
      'In deze regel staat een tab. Is het een hele rij uit een rekenblad? Maak er losse regels van, of haal de tab weg.';
    const file = entryText(3, '  varianten:', '    - soep\tbrood\tkaas', '    - ei');
    expect(findingsOf('tab-in-tekst', { [EXTRA]: file })).toEqual([`${EXTRA}:4: ${told}`]);
  });

  it.each(['  vraag:\tMag ik lunchen?', '  # a\tb\n  vraag: Mag ik lunchen?', '  vraag: Mag ik lunchen?\t'])(
    'is not one that separates nothing: %j',
    (line) => {
      expect(findingsOf('tab-in-tekst', { [EXTRA]: entryText(2, line) })).toEqual([]);
    },
  );
});

describe('whatever white space stands before a line', () => {
  it('loads, or is told at that line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ \u00a0\u2002\u3000\u202f]{0,3}$/), (space) => {
        const reported = problemsOf({ [EXTRA]: entryText(3, `${space}varianten: [soep]`) });
        if (space === '  ') expect(reported).toEqual([]);
        else expect(reported.filter((line) => !line.startsWith(`${EXTRA}:`))).toEqual([]);
        if (/[^ ]/.test(space)) expect(reported).toEqual([expect.stringContaining(RETYPE)]);
      }),
      { numRuns: 50 },
    );
    expect(warningsOf({})).toEqual([]);
  });
});
