import { describe, expect, it } from '@jest/globals';
import { EXTRA, findingsOf } from '../../fixtures/guidance.ts';

const SOURCE = 'thuiswerken/bron.txt';
const TEXT = `Handreiking

Loop veel. Daarom is een rondje fijn. Het helpt. Dat merk je. Ook slaap je goed.

Ook dit begint een alinea.
`;

/** Quotes in an entry of a guidance with this source and nothing else to quote. */
const quoting = (...quotes: readonly string[]) =>
  findingsOf('citaat-los-begin', {
    [SOURCE]: TEXT,
    'thuiswerken/handreiking.yaml': (text) => text.replace(/^sha256:.*\n/m, ''),
    'thuiswerken/vragen/vragen.yaml': null,
    [EXTRA]: `- id: rondje
  vraag: Mag ik een rondje lopen?
  varianten: [wandelen, even naar buiten]
  antwoord: Dat helpt.
  citaten:
${quotes.map((quote) => `    - ${quote}\n`).join('')}`,
  });

describe('a quote that begins with a word for the sentence before it', () => {
  it('is advice, with the quote that has both', () => {
    const [finding = '', ...others] = quoting('Daarom is een rondje fijn.');
    expect(others).toEqual([]);
    expect(finding).toContain(`${EXTRA}:6`);
    expect(finding).toContain('begint met “Daarom”');
    expect(finding).toContain('“Loop veel. Daarom is een rondje fijn.”');
  });

  it.each([
    ['has that sentence too', ['Loop veel. Daarom is een rondje fijn.']],
    ['stands under a quote of that sentence', ['Loop veel.', 'Daarom is een rondje fijn.']],
    ['begins a paragraph', ['Ook dit begint een alinea.']],
    ['follows a sentence that rests on the one before it too', ['Ook slaap je goed.']],
    ['begins with another word', ['Het helpt.']],
    ['begins in the middle of a sentence', ['is een rondje fijn.']],
  ])('is none when it %s', (_, quotes) => {
    expect(quoting(...quotes)).toEqual([]);
  });
});
