import { describe, expect, it } from '@jest/globals';
import { entryText, EXTRA, findingsOf, problemsOf } from '../../fixtures/guidance.ts';

const ABOUT = 'thuiswerken/handreiking.yaml';
const few = ['  negeer:', '    - soort: weinig-varianten', '      reden: Meer is er niet.'];
const idle = 'daar is niets van te melden. Haal de uitzondering weg.';

describe('an exception', () => {
  it('of an entry leaves out what is found there, and nowhere else', () => {
    const other = entryText()
      .replace('id: lunch', 'id: diner')
      .replace('thuis lunchen', 'thuis dineren')
      .replace(/\[.*\]/, '[x, y]');
    const files = {
      [EXTRA]: entryText(4, '  antwoord: Ja.', ...few),
      'thuiswerken/vragen/herfst.yaml': other,
    };
    expect(findingsOf('weinig-varianten', files)).toEqual([expect.stringContaining('(diner)')]);
  });

  it('in handreiking.yaml leaves it out in the whole guidance, also what is found while reading', () => {
    const about = (text: string) => `${text}\nnegeer:\n  - {soort: tab-in-tekst, reden: Zo hoort het.}\n`;
    const file = entryText(3, '  varianten:', '    - soep\tkoken');
    expect(findingsOf('tab-in-tekst', { [ABOUT]: about, [EXTRA]: file })).toEqual([]);
    expect(findingsOf('uitzondering-overbodig', { [ABOUT]: about, [EXTRA]: file })).toEqual([]);
  });

  it('that is for nothing is advice', () => {
    const file = entryText(3, '  varianten: [a, b, c, d, e]', ...few);
    expect(findingsOf('uitzondering-overbodig', { [EXTRA]: file })).toEqual([
      `${EXTRA}:5 (lunch): “negeer” noemt weinig-varianten, maar ${idle}`,
    ]);
  });

  it('needs a reason, and is never for an error', () => {
    expect(problemsOf({ [EXTRA]: entryText(4, '  antwoord: Ja.', few[0] ?? '', few[1] ?? '') })).toEqual([
      `${EXTRA}:6 (lunch): “reden” ontbreekt. Voeg “reden” toe.`,
    ]);
    expect(
      problemsOf({ [EXTRA]: entryText(4, '  antwoord: Ja.', few[0] ?? '', '    - {soort: yaml, reden: x}') }),
    ).toEqual([
      expect.stringContaining(
        `${EXTRA}:6 (lunch): “soort” heeft een waarde die de bot niet kent. Kies uit: niet-gelezen, `,
      ),
    ]);
  });
});

describe('English that is not there', () => {
  it('is advice once, and none for a guidance in Dutch only', () => {
    const files = {
      [EXTRA]: `${entryText()}${entryText(1, '- id: diner')
        .replace('Mag ik thuis lunchen?', 'Diner?')
        .replace(/\[.*\]/, '[x, y]')}`,
    };
    expect(findingsOf('engels-ontbreekt', files)).toEqual([
      `${EXTRA}:1: Bij 2 van de 8 vragen ontbreekt “en:” (vanaf “lunch”). Wil je geen Engels? Zet “talen: [nl]” in ${ABOUT}. Anders: zet er “en:” bij, met vraag, varianten en antwoord.`,
    ]);
    const dutch = (text: string) => `${text}\ntalen: [nl]\n`;
    expect(findingsOf('engels-ontbreekt', { ...files, [ABOUT]: dutch })).toEqual([]);
  });
});
