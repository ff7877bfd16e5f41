import { describe, expect, it } from '@jest/globals';
import { citationBlock } from '../../../adapters/slack/citation.ts';
import type { Citation } from '../../../src/core/index.ts';

const CITED: Citation = {
  label: 'Regels & zo, 6 maart 2019',
  section: 'In *het* rek',
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
          text: '<https://bot.example/bron/regels?a=1&amp;b=2#zin-2|Regels &amp; zo, 6 maart 2019>',
        },
        { type: 'plain_text', text: '· In *het* rek', emoji: false },
      ],
    });
  });

  it('is small text without a link where there is none', () => {
    const text = 'Regels & zo, 6 maart 2019 · In *het* rek';
    expect(citationBlock(CITED)).toEqual({
      type: 'context',
      elements: [{ type: 'plain_text', text, emoji: false }],
    });
    expect(citationBlock({ ...CITED, link: 'javascript:alert(1)' })).toEqual(citationBlock(CITED));
  });

  it('keeps its link when Slack would read its title as markup', () => {
    const link = 'https://example.org/';
    expect(citationBlock({ ...CITED, label: 'De *regels*', link })).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'link', url: link, text: 'De *regels*' },
            { type: 'text', text: ' · In *het* rek' },
          ],
        },
      ],
    });
  });
});
