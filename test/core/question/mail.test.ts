import { describe, expect, it } from '@jest/globals';
import { stripMail } from '../../../src/core/question/mail.ts';
import { createPhrasingMatcher } from '../../../src/core/question/phrasings.ts';

const phrasings = createPhrasingMatcher([
  {
    vulwoorden: [],
    onderdelen: {},
    kaders: [],
    vervolg: {},
    zonder_onderwerp: [],
    vraagzin: [],
    concept: [],
    afsluiting: ['[met] vriendelijke groet', 'verzonden vanaf', 'dit bericht (bevat|kan)'],
  },
]);

describe('what a mail has around its message', () => {
  it.each([
    ['a signature', 'Mag dit?\n\nMet vriendelijke groet,\nJan\nMinisterie', 'Mag dit?\n'],
    ['a footer', 'Mag dit?\nDit bericht kan vertrouwelijk zijn.', 'Mag dit?'],
    ['the line of a telephone', 'Mag dit?\nVerzonden vanaf mijn telefoon', 'Mag dit?'],
    ['quoted lines', '> Zeg het maar.\n> Groet\nMag dit?', 'Mag dit?'],
    ['another line break', 'Mag dit?\r\nVriendelijke groet\r\nJan', 'Mag dit?'],
  ])('is left out: %s', (_, text, message) => {
    expect(stripMail(text, phrasings)).toBe(message);
  });

  it.each([
    ['one line', 'Met vriendelijke groet ondertekenen, mag dat?'],
    ['nothing but a closing', 'Met vriendelijke groet,\nJan'],
    ['nothing but quoted lines', '> Mag dit?\n> Groet, Jan'],
    ['lines of its own', 'Mag dit?\nEn dat?'],
  ])('is all there is, and stays: %s', (_, text) => {
    expect(stripMail(text, phrasings)).toBe(text);
  });
});
