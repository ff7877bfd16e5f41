import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeEmoji } from '../../../adapters/slack/emoji.ts';
import { shownText, typedText } from '../../../adapters/slack/payload.ts';

describe('the name of an emoji', () => {
  it.each([
    [':+1:', '👍'],
    [':thumbsup: :flag-nl:!', '👍 🇳🇱!'],
    [':wave::skin-tone-3:', '👋🏼'],
    [':man-running::skin-tone-6:', '🏃🏿‍♂'],
    ['mag ik twitteren? :see_no_evil::hear_no_evil:', 'mag ik twitteren? 🙈🙉'],
    ['dank je:pray:', 'dank je🙏'],
    [':wave:hoi', '👋hoi'],
    ['(:heart:)', '(❤)'],
    [':100: :x:', '💯 ❌'],
  ])('is read as the emoji: %s', (text, wanted) => {
    expect(decodeEmoji(text)).toBe(wanted);
  });

  it.each([
    ['mag ik twitteren? :party_parrot:', 'mag ik twitteren?'],
    [':party_parrot::dienst_logo: hoi :feestje:', 'hoi'],
    ['bedankt:party_parrot:', 'bedankt'],
    ['mag dit :ambtenaar-é: ?', 'mag dit ?'],
  ])('of a workspace itself is dropped: %s', (text, wanted) => {
    expect(typedText(text)).toBe(wanted);
  });

  it.each([
    '12:30:45',
    'om 10:100:5 en 9:100:',
    ':12: en 12:30:',
    'a:b:c en TODO:x:',
    'std::vector::push',
    'vraag:antwoord: ja',
    'let op: dit: mag',
    'https://x.nl/:ok:/y',
    '2001:db8::1:2:3',
    'dank je:pray:fijn',
    ':) :-( ::',
  ])('is not seen in %s', (text) => {
    expect(decodeEmoji(text)).toBe(text);
  });

  it('is replaced where the message is shown again, and once only', () => {
    expect(shownText('geheim :wave: &amp;lt; <https://x.nl|x :+1:> :party_parrot:')).toBe(
      'geheim 👋 &lt; x 👍',
    );
    expect(decodeEmoji(decodeEmoji(':wave:'))).toBe('👋');
  });
});

describe('any text', () => {
  it('without a colon stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll(':', '');
        expect(decodeEmoji(plain)).toBe(plain);
      }),
    );
  });

  it('keeps its words, whatever colons are between them', () => {
    const piece = fc.constantFrom(
      ':',
      '::',
      'Mag',
      'Dit',
      ' ',
      ':wave:',
      ':skin-tone-2:',
      ':eigen_teken:',
      '/',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const words = (text: string) => text.match(/[A-Z][a-z]+/g);
        expect(words(decodeEmoji(pieces.join('')))).toEqual(words(pieces.join('')));
      }),
    );
  });
});
