import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findQuote, nearestSentence, readSource } from '../../src/knowledge/source.ts';
import { entryText, EXTRA, guidanceFiles, load, problemsOf, swap } from '../fixtures/guidance.ts';

const quoting = (...quotes: string[]) => ({
  [EXTRA]: entryText(5, '  citaten:', ...quotes.map((quote) => `    - ${quote}`)),
});
const NOT_FOUND = 'Dit citaat staat niet letterlijk in bron.txt:';

describe('a quote', () => {
  it('may be a part of a sentence, several sentences, a heading, a bullet or the title', () => {
    const quotes = ['dan lever je de spullen', 'thuis werkt. Eén dag per week', 'De werkplek thuis'];
    expect(problemsOf(quoting(...quotes))).toEqual([]);
    expect(problemsOf(quoting('Sta op en loop een rondje.', 'Handreiking thuiswerken'))).toEqual([]);
  });

  it('may be folded over lines', () => {
    const folded = entryText(5, '  citaten:', '    - >-', '      Kijk even', '      in de verte.');
    expect(problemsOf({ [EXTRA]: folded })).toEqual([]);
  });

  it('knows its section, its paragraph and its sentences', () => {
    const { knowledge } = load(quoting('Kijk even', 'Handreiking thuiswerken', 'De werkplek thuis'));
    expect(knowledge.guidances[0]?.entries.find(({ id }) => id === 'thuiswerken/lunch')?.quotes).toEqual([
      {
        text: 'Kijk even',
        section: 'Bereikbaar en onbereikbaar',
        paragraph: 'Kijk even in de verte.',
        sentences: [13],
      },
      { text: 'Handreiking thuiswerken', paragraph: 'Handreiking thuiswerken', sentences: [] },
      { text: 'De werkplek thuis', paragraph: 'De werkplek thuis', sentences: [] },
    ]);
  });
});

describe('a quote that is not in the source', () => {
  it.each([
    [
      'one other word',
      'Kijk soms in de verte.',
      'Bedoel je “Kijk even in de verte.”? Eerste verschil: jij schrijft “Kijk soms in de vert”, de bron heeft “Kijk even in de vert”.',
    ],
    [
      'a capital',
      'Buiten die Uren hoef je niet te reageren.',
      'Bedoel je “Buiten die uren hoef je niet te reageren.”? Eerste verschil: jij schrijft “Buiten die Uren hoef je ni”, de bron heeft “Buiten die uren hoef je ni”.',
    ],
    [
      'an accent less',
      'Een dag per week is het hele team op kantoor.',
      'Bedoel je “Eén dag per week is het hele team op kantoor.”? Eerste verschil: jij schrijft “Een dag per week”, de bron heeft “Eén dag per week”.',
    ],
    [
      'a full stop too many, where the source goes on',
      'Kijk even in de verte. .',
      'Bedoel je “Kijk even in de verte.”? Eerste verschil: jij schrijft “en in de verte. .”, de bron heeft “en in de verte.”.',
    ],
    [
      'a change in the middle of a long sentence, begun halfway',
      'een bureaustoel, een sherm en een toetsenbord',
      'Bedoel je “Voor een goede werkplek leent de organisatie een bureaustoel, een scherm en een toetsenbord uit.”? Eerste verschil: jij schrijft “eaustoel, een sherm en een toe”, de bron heeft “eaustoel, een scherm en een to”.',
    ],
  ])('is reported with the nearest sentence and the first difference: %s', (_, quote, advice) => {
    expect(problemsOf(quoting(`'${quote}'`))).toEqual([
      `${EXTRA}:6 (lunch): ${NOT_FOUND} “${quote}”. ${advice}`,
    ]);
  });

  // Where a part of a source begins must not be guessed from the very words that may be wrong.
  it.each([
    [
      'the first words of a part of a sentence',
      'een burostoel, een scherm en een toetsenbord',
      'jij schrijft “een burostoel, een sch”, de bron heeft “een bureaustoel, een s”.',
    ],
    [
      'the first of two sentences',
      'Buiten die tijd hoef je niet te reageren. Neem elk uur een korte pauze:',
      'jij schrijft “Buiten die tijd hoef je ni”, de bron heeft “Buiten die uren hoef je ni”.',
    ],
    [
      'the first letter of two sentences',
      'Ja spreekt met je leidinggevende af op welke dagen je thuis werkt. Eén dag per week is het hele team op kantoor.',
      'jij schrijft “Ja spreekt met j”, de bron heeft “Je spreekt met j”.',
    ],
  ])('is reported with what the source has there, for a change in %s', (_, quote, difference) => {
    const reported = problemsOf(quoting(`'${quote}'`));
    expect(reported.map((line) => line.split('Eerste verschil: ')[1])).toEqual([difference]);
  });

  it('is reported at its own line, each of them', () => {
    const reported = problemsOf(
      quoting('Kijk evn in de verte.', 'Sta op en loop een rondje.', 'Kijk even in de vrte.'),
    );
    expect(reported.map((line) => line.slice(0, line.indexOf('”')))).toEqual([
      `${EXTRA}:6 (lunch): ${NOT_FOUND} “Kijk evn in de verte.`,
      `${EXTRA}:8 (lunch): ${NOT_FOUND} “Kijk even in de vrte.`,
    ]);
  });

  it('may not run from one paragraph into the next', () => {
    expect(problemsOf(quoting('Sta op en loop een rondje. Kijk even in de verte.'))).toEqual([
      `${EXTRA}:6 (lunch): Dit citaat loopt door over twee alinea’s of punten van een lijst: “Sta op en loop een rondje. Kijk even in de verte.”. Maak er twee citaten van: van elke alinea en van elk punt één.`,
    ]);
  });
});

describe('a quote that cuts a word in two', () => {
  // Half a word may say the opposite: “bereikbaar” stands in “onbereikbaar”.
  it.each(['reikbaar en onbereikbaar', 'Bereikbaar en on', 'e'])('is reported: %s', (quote) => {
    expect(problemsOf(quoting(quote))).toEqual([
      `${EXTRA}:6 (lunch): Dit citaat begint of eindigt midden in een woord: “${quote}”. Neem hele woorden over uit bron.txt.`,
    ]);
  });
});

describe('a changed character in a quote of the self-check', () => {
  const FILE = 'fietsen/zelfcheck.yaml';
  it.each([
    [
      'the lead',
      ['Ga na of:', 'ga na of:'],
      'Twijfel je? ga na of:',
      'jij schrijft “Twijfel je? ga na of:”, de bron heeft “Twijfel je? Ga na of:”.',
    ],
    [
      'a question',
      ['een rek past.', 'een rak past.'],
      'Je fiets in een rak past.',
      'jij schrijft “fiets in een rak past.”, de bron heeft “fiets in een rek past.”.',
    ],
    [
      'the advice',
      ['[Zet je fiets in een rek.]', '[Zet je fiets in het rek.]'],
      'Zet je fiets in het rek.',
      'jij schrijft “et je fiets in het rek.”, de bron heeft “et je fiets in een rek. Een fi”.',
    ],
  ] as const)('is reported with its line and the difference: %s', (_, [right, wrong], quote, difference) => {
    const text = new TextDecoder().decode(guidanceFiles({}, ['fietsen']).get(FILE));
    const line = text.slice(0, text.indexOf(right)).split('\n').length;
    const [reported = '', ...others] = problemsOf({ [FILE]: swap(right, wrong) }, ['fietsen']);
    expect(others).toEqual([]);
    expect(reported).toContain(`${FILE}:${line} (zelfcheck): ${NOT_FOUND} “${quote}”.`);
    expect(reported.split('Eerste verschil: ')[1]).toBe(difference);
  });
});

describe('a changed character in any quote', () => {
  it('is found at every place', () => {
    const text = new TextDecoder().decode(guidanceFiles().get('thuiswerken/bron.txt'));
    const source = readSource(text, 'nl');
    const entries = load().knowledge.guidances[0]?.entries ?? [];
    const quotes = [...new Set(entries.flatMap((entry) => entry.quotes.map((quote) => quote.text)))];
    const places = fc
      .constantFrom(...quotes)
      .chain((quote) => fc.tuple(fc.constant(quote), fc.nat(quote.length - 1)));
    fc.assert(
      fc.property(places, ([quote, at]) => {
        const wrong = `${quote.slice(0, at)}#${quote.slice(at + 1)}`;
        expect(findQuote(source, wrong)).toBeUndefined();
        // What the source has, from fifteen characters before the change up to and with the right one.
        const right = quote.slice(Math.max(0, at - 15), at + 1).trimStart();
        expect(nearestSentence(source, wrong)?.difference).toContain(`de bron heeft “${right}`);
      }),
      { numRuns: 500 },
    );
  });
});
