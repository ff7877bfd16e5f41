import { describe, expect, it } from '@jest/globals';
import { alteredTexts, textsWithLeak } from '../../../src/evaluation/masking.ts';
import { readRounds } from '../../../src/evaluation/rounds.ts';
import { mask, TEXTS } from './shipped-mask.ts';

/** What is typed, and what is kept of it. */
const KEPT: readonly (readonly [string, string])[] = [
  // Names by title, role, initials and particles
  ['dhr. A. Jansen wil twitteren', 'dhr. [naam] wil twitteren'],
  ['mevr. A.B. de Vries vraagt of dat mag', 'mevr. [naam] vraagt of dat mag'],
  ['collega De Vries plaatst veel', 'collega [naam] plaatst veel'],
  ["mevrouw Van 't Hof heeft een vraag", 'mevrouw [naam] heeft een vraag'],
  ['volgens meneer de wit mag het niet', 'volgens meneer [naam] mag het niet'],
  ['De heer B. op ’t Veld', 'De heer [naam]'],
  ['T. v/d Meulen', '[naam]'],
  ['w. bloem belde', '[naam] belde'],
  // Names without capitals, in capitals, of several languages
  ['mijn naam is jan de vries en ik wil iets posten', 'mijn naam is [naam] en ik wil iets posten'],
  ['JAN JANSEN', '[naam]'],
  ['mag sevgül dit plaatsen', 'mag [naam] dit plaatsen'],
  ['ik ben ş. öztürk', 'ik ben [naam]'],
  ['Nguyễn Thị Hoa vroeg dit', '[naam] vroeg dit'],
  ['staatssecretaris Zsolt Szabó', 'staatssecretaris [naam]'],
  // Names that are words, where a name stands
  ['iets van mij (Karin) staat online', 'iets van mij ([naam]) staat online'],
  ['roos de boer en mark visser willen vloggen', '[naam] en [naam] willen vloggen'],
  ['Naam: storm bloem', 'Naam: [naam]'],
  ['hoi storm mag ik', 'hoi [naam] mag ik'],
  ['Alvast dank, Storm', 'Alvast dank, [naam]'],
  // Addresses
  ['Turfmarkt 147 staat op mijn profiel', '[adres] staat op mijn profiel'],
  ['mijn postcode is 2511 ab 12 te zien', 'mijn postcode is [postcode] te zien'],
  ['2511AB huisnummer 12a', '[postcode] huisnummer [nummer]'],
  ['laan van nieuw oost-indie 123', '[adres]'],
  ['Ik woon op nummer 12 in de Beatrixstraat', 'Ik woon op nummer [nummer] in de [adres]'],
  // Numbers
  ['AB-123-C staat op de foto', '[code] staat op de foto'],
  ['kenteken gv 083 k', 'kenteken [code]'],
  ['mijn paspoort NXH1B2C34 staat online', 'mijn paspoort [code] staat online'],
  ['NL 91 ABNA 0417 1643 00 staat erop', '[iban] staat erop'],
  ['06 - 12 34 56 78', '[telefoon]'],
  ['nul zes, twaalf vierendertig zesenvijftig zevenentachtig', '[telefoon]'],
  ['ik ben van 12 maart 1985', 'ik ben van [datum]'],
  ["geboren 3-4-'78", 'geboren [datum]'],
  ['Jarig op drieëntwintig september 1966', 'Jarig op [datum]'],
  ['mijn ip is 2001:db8:85a3::8a2e:370:7334', 'mijn ip is [nummer]'],
  // Accounts
  ['mail jan@minbzk als het kan', 'mail [e-mail] als het kan'],
  ['jan [at] bzk [dot] nl mag die online', '[e-mail] mag die online'],
  ['jan punt jansen at gmail punt com', '[e-mail]'],
  ['zie /in/janjansen', 'zie [account]'],
  ['mijn insta heet bloempje', 'mijn insta heet [account]'],
];

describe('what is kept of a question', () => {
  it.each(KEPT)('shows nobody: %s', (typed, kept) => {
    expect(mask(typed)).toBe(kept);
  });

  it('still shows something in at most one in twenty of the texts of two independent authors', () => {
    const personal = TEXTS.filter(({ secrets }) => secrets.length > 0);
    expect(personal).toHaveLength(170);
    expect(textsWithLeak(mask, personal).length / personal.length).toBeLessThanOrEqual(0.05);
  });

  it('is what was typed, when that leads to nobody, in three of four of the texts that look as if it did', () => {
    const plain = TEXTS.filter(({ secrets }) => secrets.length === 0).map(({ text }) => text);
    expect(plain).toHaveLength(90);
    expect(alteredTexts(mask, plain).length / plain.length).toBeLessThanOrEqual(1 / 4);
  });

  it('is what was typed in nineteen of twenty questions of the rounds', () => {
    const questions = readRounds().flatMap(({ items }) => items.map(({ q }) => q));
    expect(questions.length).toBeGreaterThan(6_000);
    expect(alteredTexts(mask, questions).length / questions.length).toBeLessThanOrEqual(0.05);
  });
});
