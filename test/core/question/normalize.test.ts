import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clean, looksLikeCode, splitSentences, tokenize } from '../../../src/core/question/normalize.ts';

/** The words of a text after cleaning. */
const words = (text: string) => tokenize(clean(text));

describe('clean and tokenize', () => {
  it.each([
    ['capitals', 'Mag Ik DIT', ['mag', 'ik', 'dit']],
    ['accents, written in one character or two', 'privé privé ËN', ['prive', 'prive', 'en']],
    ['a Slack mention', '<@U123> mag dit', ['mag', 'dit']],
    ['the tags of a Teams mention, not its name', '<at>bot</at> mag dit', ['bot', 'mag', 'dit']],
    ['HTML', '<b>mag</b> <script src="x">dit</script>', ['mag', 'dit']],
    ['HTML entities', 'mag&nbsp;dit &amp; dat &#39;s', ['mag', 'dit', 'dat', 's']],
    ['addresses of any length', `mag https://a.nl/?b=${'c_d'.repeat(400)}== dit`, ['mag', 'dit']],
    ['a picture as an address', 'mag data:image/png;base64,iVBORw0KGgo= dit', ['mag', 'dit']],
    ['tags with long attributes', `<p style="${'a: b; '.repeat(100)}">mag</p> dit`, ['mag', 'dit']],
    ['fields that are not filled in', 'naam: ______ functie: ..... mag dit', ['mag', 'dit']],
    ['web addresses', 'mag https://example.org/a?b=c dit www.example.org dat', ['mag', 'dit', 'dat']],
    ['zero-width characters inside a word', 'mee\u200blezen mee\u00adlezen', ['meelezen', 'meelezen']],
    ['right-to-left marks and overrides', '\u202emag\u202c \u200fdit\u200e', ['mag', 'dit']],
    ['control characters, which separate words', 'mag\u0000dit\u001b[31m', ['mag', 'dit', '31m']],
    ['lone surrogates, which separate words', 'mag\ud800dit \udc00', ['mag', 'dit']],
    ['private-use characters', 'mag\ue000 dit', ['mag', 'dit']],
    ['full-width letters and ligatures', 'ｍａｇ ﬁets', ['mag', 'fiets']],
    ['apostrophes inside a word, straight or curly', "foto's foto’s m`n", ['fotos', 'fotos', 'mn']],
    [
      "the apostrophe of 's, 't and 'n",
      "'s avonds ’t blad 'n fiets",
      ['s', 'avonds', 't', 'blad', 'n', 'fiets'],
    ],
    ['other quotes', '‘mag’ "dit" “dat”', ['mag', 'dit', 'dat']],
    ['hyphens and slashes, which separate words', 'e-mail en/of', ['e', 'mail', 'en', 'of']],
  ])('handles %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('takes an emoji for a word, without its variation selector', () => {
    expect(words('top 👍❤️')).toEqual(['top', '👍', '❤']);
  });

  it('keeps lines apart, however they end', () => {
    expect(clean('a\r\nb\rc\u2028d\ne').split('\n')).toEqual(['a ', ' b ', ' c ', ' d ', ' e']);
  });

  // People paste a page and put their question before or after it.
  it('reads the beginning and the end of a text of 100,000 characters', () => {
    const found = words(`begin ${'midden '.repeat(14_285)}eind`);
    expect(found.slice(0, 2)).toEqual(['begin', 'midden']);
    expect(found.slice(-2)).toEqual(['midden', 'eind']);
    expect(found).toHaveLength(100);
    expect(clean('x'.repeat(100_000)).length).toBeLessThanOrEqual(4_002);
  });

  it('cuts a word of 50,000 characters to 40', () => {
    expect(words('x'.repeat(50_000))).toEqual(['x'.repeat(40), 'x'.repeat(40)]);
  });

  // Each of these letters takes two code units; a cut after the 40th unit would halve one.
  it('cuts a long word of rare letters between letters', () => {
    const [word = '', ...others] = words(`a${'𠀀'.repeat(50)}`);
    expect(others).toEqual([]);
    expect(word).toMatch(/^a𠀀{19,39}$/u);
  });

  it('leaves nothing of text without a word', () => {
    for (const text of ['', ' \t\n', '?!…', '\u200b', '<@U123>', '\ud800', '&nbsp;']) {
      expect(words(text)).toEqual([]);
    }
  });
});

describe('sentences', () => {
  it('separates sentences and marks questions', () => {
    expect(splitSentences('Hoi. Mag dit? Ik twijfel; graag\nantwoord!')).toEqual([
      { tokens: ['hoi'], isQuestion: false },
      { tokens: ['mag', 'dit'], isQuestion: true },
      { tokens: ['ik', 'twijfel'], isQuestion: false },
      { tokens: ['graag'], isQuestion: false },
      { tokens: ['antwoord'], isQuestion: false },
    ]);
  });

  it.each([
    ['mag dit', false],
    ['mag dit!', false],
    ['mag dit?  ', true],
    ['mag dit!?', true],
    ['mag dit?!', true],
    ['mag dit???!!', true],
  ])('tells whether a sentence is a question: %s', (text, asks) => {
    expect(splitSentences(text)).toEqual([{ tokens: ['mag', 'dit'], isQuestion: asks }]);
  });
});

describe('program code', () => {
  it.each([
    ['for (let i = 0; i < n; i++) { total = total * x[i]; }'],
    ['<div class="a"><b>hoi</b><br></div>'],
    ['<div class="bericht"><p>Lees meer</p></div>'],
    ['SELECT * FROM t WHERE a = $1 AND b = $2 AND c <> $3'],
    ['{"a": {"b": {"c": {}}}}'],
    ['const x: Map<string, Foo<Bar>> = new Map();'],
    ['def get_user_name(user_id):\n    return db.fetch_user(user_id)'],
    ['```js\nconst a = b ? 1 : 2;\nif (a === b) { return c; }\n```'],
    ['$x = isset($y) ? $y : null; echo "<b>$x</b>";'],
    ['{"vraag": "mag ik dit?", "regels": {"twitter": {}}}'],
  ])('is recognised: %s', (text) => {
    expect(looksLikeCode(text)).toBe(true);
  });

  it.each([
    ['mag ik dit plaatsen?'],
    ['<@U123> <@U456> mag ik dit plaatsen?'],
    ['mag ik *dit* plaatsen of *niet*?'],
    ['mag ik **dit** plaatsen?'],
    ['mag ik _dit_ wel _plaatsen_?'],
    ['Mag ik dit delen? https://www.instagram.com/p/Cabc_123/?utm_source=ig_web&igsh=Mz=='],
    [`mag dit https://eur03.safelinks.example/?url=${'%3D_'.repeat(300)}&reserved=0`],
    ['naam: ________ mag ik twitteren?'],
    ['Naam: ____________\nAfdeling: _ _ _ _ _ _\nVraag: mag ik twitteren'],
    ['| vraag | antwoord |\n|---|---|\n| mag ik twitteren | |'],
    ['mag ik <b>twitteren</b>?'],
    ['<p>mag ik <strong>twitteren</strong></p>'],
    ['<div class="a"><span style="font-size:11pt">mag ik twitteren?</span></div>'],
    ['mag ik intern_verslag_definitief_concept_v2.docx delen'],
    ['mag ik \\\\fs01\\team\\online\\berichten\\concept nu plaatsen'],
    ['```\nmag ik twitteren\n```'],
    ['Mag ik dit plaatsen? {"a": {"b": {"c": {}}}}'],
    [`mag ik twitteren ${'='.repeat(100)}`],
    ['a = b?'],
    [''],
    ['?'],
  ])('is not recognised in “%s”', (text) => {
    expect(looksLikeCode(text)).toBe(false);
  });
});

const HARMFUL = [
  '<',
  '>',
  '&',
  '#x',
  ';',
  '<@U1>',
  '\u200b',
  '\u202e',
  '\ud83d',
  '\ude00',
  '𠀀',
  'ﷺ',
  '\n',
  '?',
  "'",
  'é',
  'İ',
];
/** Any text, with more of the harmful pieces than chance gives. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...HARMFUL), { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('any text', () => {
  it('comes out in lower case, without markup, marks or invisible characters', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cleaned = clean(text);
        expect(cleaned).toBe(cleaned.toLowerCase());
        expect(cleaned.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{M}]/u);
      }),
    );
  });

  it('is cleaned the same with and without something to remove', () => {
    const signs = fc.string({ unit: fc.constantFrom(...Array.from("abz09 ,?!-'")), maxLength: 30 });
    fc.assert(
      fc.property(signs, (text) => {
        expect(clean(text)).toBe(clean(`\u00ad${text}`));
      }),
    );
  });

  it('has well-formed words of 1 to 40 characters, and the same ones by sentence', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const found = words(text);
        for (const word of found) {
          const letters = Array.from(word).length;
          expect(letters).toBeGreaterThan(0);
          expect(letters).toBeLessThanOrEqual(40);
          expect(word.isWellFormed()).toBe(true);
        }
        if (found.length < 100) expect(splitSentences(text).flatMap(({ tokens }) => tokens)).toEqual(found);
      }),
    );
  });
});
