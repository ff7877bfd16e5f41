import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findQuote, nearestSentence, readSource } from '../../src/knowledge/source.ts';
import { entryText, EXTRA, guidanceFiles, load, problemsOf, swap } from '../fixtures/guidance.ts';

const quoting = (...quotes: string[]) => ({
  [EXTRA]: entryText(5, '  citaten:', ...quotes.map((quote) => `    - ${quote}`)),
});
const SHIPPED = ['online-communicatie'];
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

  it('knows its section and its paragraph', () => {
    const { knowledge } = load(quoting('Kijk even', 'Handreiking thuiswerken', 'De werkplek thuis'));
    expect(knowledge.guidances[0]?.entries.find(({ id }) => id === 'lunch')?.quotes).toEqual([
      { text: 'Kijk even', section: 'Bereikbaar en onbereikbaar', paragraph: 'Kijk even in de verte.' },
      { text: 'Handreiking thuiswerken', paragraph: 'Handreiking thuiswerken' },
      { text: 'De werkplek thuis', paragraph: 'De werkplek thuis' },
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
  ])('is told with the nearest sentence and the first difference: %s', (_, quote, advice) => {
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
  ])('is told with what the source has there, for a change in %s', (_, quote, difference) => {
    const told = problemsOf(quoting(`'${quote}'`));
    expect(told.map((line) => line.split('Eerste verschil: ')[1])).toEqual([difference]);
  });

  it('is told at its own line, each of them', () => {
    const told = problemsOf(
      quoting('Kijk evn in de verte.', 'Sta op en loop een rondje.', 'Kijk even in de vrte.'),
    );
    expect(told.map((line) => line.slice(0, line.indexOf('”')))).toEqual([
      `${EXTRA}:6 (lunch): ${NOT_FOUND} “Kijk evn in de verte.`,
      `${EXTRA}:8 (lunch): ${NOT_FOUND} “Kijk even in de vrte.`,
    ]);
  });

  it('may not run from one paragraph into the next', () => {
    expect(problemsOf(quoting('Sta op en loop een rondje. Kijk even in de verte.'))).toEqual([
      `${EXTRA}:6 (lunch): ${NOT_FOUND} “Sta op en loop een rondje. Kijk even in de verte.”. Bedoel je “Sta op en loop een rondje.”? Eerste verschil: jij schrijft “oop een rondje. Kijk even in d”, de bron heeft “oop een rondje.”.`,
    ]);
  });
});

describe('a quote that cuts a word in two', () => {
  // Half a word may say the opposite: “bereikbaar” stands in “onbereikbaar”.
  it.each(['reikbaar en onbereikbaar', 'Bereikbaar en on', 'e'])('is told: %s', (quote) => {
    expect(problemsOf(quoting(quote))).toEqual([
      `${EXTRA}:6 (lunch): Dit citaat begint of eindigt midden in een woord: “${quote}”. Neem hele woorden over uit bron.txt.`,
    ]);
  });
});

/** The first line of these files of the shipped knowledge that is this quote. */
function placeOf(quote: string, path: string) {
  for (const [file, bytes] of guidanceFiles({}, SHIPPED)) {
    const lines = file.startsWith(`online-communicatie/${path}`)
      ? new TextDecoder().decode(bytes).split('\n')
      : [];
    const line = 1 + lines.findIndex((text) => /^ *(?:-|aanhef:) ["']?(.*?)["']?$/.exec(text)?.[1] === quote);
    if (line > 0) return { file, lines, line };
  }
  throw new TypeError(`nobody quotes “${quote}”`);
}

describe('a changed character in a quote of the shipped knowledge', () => {
  it.each([
    [
      'a question',
      'vragen/',
      'De samenleving bevindt zich tegenwoordig net zo goed online als offline.',
      ['net zo', 'nét zo'],
      'jij schrijft “tegenwoordig nét zo goed onli”, de bron heeft “tegenwoordig net zo goed onli”.',
    ],
    [
      'the lead of the self-check',
      'zelfcheck',
      'Twijfel over je bijdrage? Vraag je af of je:',
      ['Vraag je', 'vraag je'],
      'jij schrijft “r je bijdrage? vraag je af of”, de bron heeft “r je bijdrage? Vraag je af of”.',
    ],
    [
      'a question of the self-check',
      'zelfcheck',
      'Je goedkeuring zou krijgen van je baas.',
      ['baas', 'bazin'],
      'jij schrijft “ijgen van je bazin.”, de bron heeft “ijgen van je baas.”.',
    ],
    [
      'the advice of the self-check',
      'zelfcheck',
      'Dat geldt voor iedereen, maar in het bijzonder voor ambtenaren.',
      ['Dat', 'Dit'],
      'jij schrijft “Dit geldt voor i”, de bron heeft “Dat geldt voor i”.',
    ],
  ] as const)('is told with file, line, entry, sentence and difference: %s', (...of) => {
    const [, path, quote, [right, wrong], difference] = of;
    const { file, lines, line } = placeOf(quote, path);
    const entry =
      lines
        .slice(0, line)
        .findLast((text) => text.startsWith('- id: '))
        ?.slice(6) ?? 'zelfcheck';
    const changed = lines.with(line - 1, swap(right, wrong)(lines[line - 1] ?? '')).join('\n');
    expect(problemsOf({ [file]: changed }, SHIPPED)).toEqual([
      `${file}:${line} (${entry}): ${NOT_FOUND} “${quote.replace(right, wrong)}”. Bedoel je “${quote}”? Eerste verschil: ${difference}`,
    ]);
  });

  it('is found in every quote, at every place', () => {
    const text = new TextDecoder().decode(guidanceFiles({}, SHIPPED).get('online-communicatie/bron.txt'));
    const source = readSource(text, 'nl');
    const entries = load({}, SHIPPED).knowledge.guidances[0]?.entries ?? [];
    const quotes = [...new Set(entries.flatMap((entry) => entry.quotes.map((quote) => quote.text)))];
    const places = fc
      .constantFrom(...quotes)
      .chain((quote) => fc.tuple(fc.constant(quote), fc.nat(quote.length - 1)));
    fc.assert(
      fc.property(places, ([quote, at]) => {
        const wrong = `${quote.slice(0, at)}#${quote.slice(at + 1)}`;
        expect(findQuote(source, wrong)).toBeUndefined();
        // What the source really has, from fifteen characters before the change up to and with the right one.
        const right = quote.slice(Math.max(0, at - 15), at + 1).trimStart();
        expect(nearestSentence(source, wrong)?.difference).toContain(`de bron heeft “${right}`);
      }),
      { numRuns: 500 },
    );
  });
});
