import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Language } from '../../../src/core/index.ts';
import { stem } from '../../../src/core/question/stem.ts';

/** Double letters are folded to one before stemming: `praten` and `praat` come in as `praten` and `prat`. */
describe('a stem', () => {
  it.each<[Language, readonly string[]]>([
    ['nl', ['fiets', 'fietsen', 'fietsje', 'fietsjes', 'gefietst']],
    ['nl', ['werk', 'werken', 'werkt', 'werkend', 'werkende', 'gewerkt']],
    ['nl', ['mogelijkheid', 'mogelijkheden']],
    ['nl', ['brief', 'brieven']],
    ['en', ['post', 'posts', 'posted', 'posting']],
    ['en', ['reply', 'replies']],
    ['en', ['quick', 'quickly']],
  ])('joins the inflections of a word (%s): %j', (language, words) => {
    expect(new Set(words.map((word) => stem(word, language))).size).toBe(1);
  });

  it.each<[Language, string, string]>([
    ['nl', 'bel', 'beleid'],
    ['nl', 'mening', 'menig'],
    ['nl', 'geven', 'ven'],
    ['en', 'bus', 'busy'],
    ['en', 'thing', 'the'],
  ])('keeps other words apart (%s): %s and %s', (language, one, other) => {
    expect(stem(one, language)).not.toBe(stem(other, language));
  });

  it('has three letters or more, and leaves shorter words and numbers as they are', () => {
    const part = fc.constantFrom(...'ge bl st a end ende sten etje heden ing ies s d z 1'.split(' '));
    const word = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(word, fc.constantFrom<Language>('nl', 'en'), (text, language) => {
        const stemmed = stem(text, language);
        if (text.length <= 3 || text.includes('1')) expect(stemmed).toBe(text);
        else expect(stemmed.length).toBeGreaterThanOrEqual(3);
      }),
      { examples: [['blend', 'nl']] },
    );
  });

  it('of a language follows its own rules', () => {
    expect(stem('posting', 'en')).toBe('post');
    expect(stem('posting', 'nl')).toBe('posting');
  });
});
