import { describe, expect, it } from '@jest/globals';
import { createAssistant, sourcePath } from '../../src/assistant/index.ts';
import { createAsker } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { smallFile, smallKnowledge } from '../core/small-knowledge.ts';

const asker = createAsker(smallKnowledge());
const linksIn = ({ blocks }: Reply) =>
  blocks.flatMap((block) =>
    block.kind === 'quote' || block.kind === 'checklist' ? [block.source.link] : [],
  );

describe('the citations of a reply', () => {
  it('lead to the quoted sentences on our own page where that has a public address', async () => {
    const assistant = createAssistant({ asker, channel: 'slack', publicUrl: 'https://example.org/bot' });
    const link = 'https://example.org/bot/bron/fietsen?editie=2024#zin-2';
    expect(linksIn(assistant.show('entry:in-rek'))).toEqual([link]);
    expect(linksIn(await assistant.reply({ conversation: 'a', text: 'entry:in-rek' }))).toEqual([link]);
    expect(linksIn(assistant.show('entry:buiten-rek'))).toEqual([
      'https://example.org/bot/bron/fietsen?editie=2024&zinnen=3-2#zin-3',
    ]);
  });

  it('lead to the official text where it has none, and nowhere without that', () => {
    const official = 'https://example.org/stalling';
    const assistant = createAssistant({ asker, channel: 'slack' });
    expect(new Set(linksIn(assistant.show('zelfcheck')))).toEqual(new Set([official]));
    const path = 'fietsen/handreiking.yaml';
    const bare = createAsker(smallKnowledge({ [path]: smallFile(path).replace(/^url:.*\n/m, '') }));
    expect(linksIn(createAssistant({ asker: bare, channel: 'slack' }).show('entry:in-rek'))).toEqual([
      undefined,
    ]);
  });

  it('are added once to a reply, which channels may cache by', () => {
    const assistant = createAssistant({ asker, channel: 'web', publicUrl: 'https://example.org' });
    expect(assistant.show('entry:in-rek')).toBe(assistant.show('entry:in-rek'));
  });
});

it('the path to a quote has no sentence for a heading, and no edition without one', () => {
  const cited = { label: 'Regels', guidance: 'regels', edition: '', sentences: [] };
  expect(sourcePath(cited)).toBe('bron/regels');
  expect(sourcePath({ ...cited, edition: '2e druk & bijlage' })).toBe(
    'bron/regels?editie=2e+druk+%26+bijlage',
  );
});
