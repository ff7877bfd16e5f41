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
    al_geplaatst: [],
    ja_nee: { woorden: [], vragen: {}, omkeren: [] },
    mailkop: ['van', 'aan', 'onderwerp'],
    opsomming: [],
    afsluiting: ['[met] vriendelijke groet', 'verzonden vanaf', 'dit bericht (bevat|kan)'],
  },
]);

describe('what a mail has around its message', () => {
  it.each([
    ['a signature', 'Mag dit?\n\nMet vriendelijke groet,\nJan\nMinisterie', 'Mag dit?\n'],
    ['a footer', 'Mag dit?\nDit bericht kan vertrouwelijk zijn.', 'Mag dit?'],
    ['the line of a telephone', 'Mag dit?\nVerzonden vanaf mijn telefoon', 'Mag dit?'],
    ['quoted lines', '> Zeg het maar.\n> Groet\nMag dit?', 'Mag dit?'],
    ['the header of a forwarded mail', 'Van: Jan\nAan: Piet\nOnderwerp: FW: vraag\n\nMag dit?', '\nMag dit?'],
    ['who wrote what is quoted', 'Mag dit?\n\nOp 1 mei schreef Jan:\n> Nee.', 'Mag dit?\n'],
    ['a signature under dashes', 'Mag dit?\n-- \nJan de Vries', 'Mag dit?'],
    ['another line break', 'Mag dit?\r\nVriendelijke groet\r\nJan', 'Mag dit?'],
  ])('is left out: %s', (_, text, message) => {
    expect(stripMail(text, phrasings)).toBe(message);
  });

  it.each([
    ['one line', 'Met vriendelijke groet ondertekenen, mag dat?'],
    ['nothing but a closing', 'Met vriendelijke groet,\nJan'],
    ['nothing but quoted lines', '> Mag dit?\n> Groet, Jan'],
    ['lines of its own', 'Mag dit?\nEn dat?'],
    ['one line like a header', 'Aan: wie vraag ik dat?\nDank'],
    ['a line with a colon', 'Mag dit:\nfoto’s delen?'],
  ])('is all there is, and stays: %s', (_, text) => {
    expect(stripMail(text, phrasings)).toBe(text);
  });
});
