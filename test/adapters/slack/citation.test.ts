import { describe, expect, it } from '@jest/globals';
import { citationBlock } from '../../../adapters/slack/citation.ts';
import type { Citation } from '../../../src/core/index.ts';

const CITED: Citation = {
  label: 'Regels & zo, 6 maart 2019',
  section: 'In het rek',
  guidance: 'regels',
  edition: '2019-03-06',
  sentences: [2],
};

describe('a citation in Slack', () => {
  it('is one line of small text, with a link on its title', () => {
    expect(citationBlock({ ...CITED, link: 'https://bot.example/bron/regels?a=1&b=2#zin-2' })).toEqual({
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: '<https://bot.example/bron/regels?a=1&amp;b=2#zin-2|Regels &amp; zo, 6 maart 2019> · In het rek',
        },
      ],
    });
  });

  it('is small text without a link where there is none', () => {
    const text = 'Regels & zo, 6 maart 2019 · In het rek';
    expect(citationBlock(CITED)).toEqual({
      type: 'context',
      elements: [{ type: 'plain_text', text, emoji: false }],
    });
    expect(citationBlock({ ...CITED, link: 'javascript:alert(1)' })).toEqual(citationBlock(CITED));
  });

  it.each([
    ['De *regels*', 'In het rek'],
    ['De regels', 'Het `rek` en :rek:'],
    ['De regels', 'Voor @here'],
  ])('keeps its link when Slack would read it as markup: %s, %s', (label, section) => {
    const link = 'https://example.org/';
    expect(citationBlock({ ...CITED, label, section, link })).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'link', url: link, text: label },
            { type: 'text', text: ` · ${section}` },
          ],
        },
      ],
    });
  });

  it.each(['https://example.org/?a|b', 'https://example.org/?a>b', 'https://example.org/?<a'])(
    'keeps its link when Slack would take a part of the address for the text: %s',
    (link) => {
      expect(citationBlock({ ...CITED, link })).toMatchObject({
        type: 'rich_text',
        elements: [{ elements: [{ type: 'link', url: link }, { type: 'text' }] }],
      });
    },
  );
});
