import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Preview } from '../../../adapters/web/index.ts';
import { serveWeb, textOf } from './serve.ts';

const previews: readonly Preview[] = [
  {
    name: 'Slack',
    format: 'json',
    render: ({ kind }) => ({ blocks: [{ type: 'section', text: `<${kind}>` }] }),
  },
  { name: 'Teams', format: 'card', render: () => ({ type: 'AdaptiveCard', version: '1.5', body: [] }) },
];

describe('previews for editors', () => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb({ previews });
  });
  afterAll(() => web.stop());

  it('stand below each answer, escaped, with the address of the renderer on this host', async () => {
    const response = await web.post('/api/vraag', { vraag: 'entry:pauzes' });
    const { html } = (await response.json()) as { html: string };
    expect(html).toMatch(/<details data-name="Slack" data-format="json">/);
    expect(html).toMatch(/<details data-name="Teams" data-format="card">/);
    expect(textOf(html)).toContain(
      'Zo ziet dit antwoord eruit in Slack { "blocks": [ { "type": "section", "text": "<answer>" }',
    );
    const [, renderer = ''] = /data-renderer="([^"]*)"/.exec(html) ?? [];
    expect((await web.get(renderer)).status).toBe(200);
  });

  it('are there without JavaScript too', async () => {
    const html = await (await web.submit('/', { vraag: 'entry:pauzes' })).text();
    expect(html).toContain('<summary>Zo ziet dit antwoord eruit in Teams</summary>');
    expect(html).toMatch(/<script type="module" src="\/assets\/previews\.[\da-f]+\.js">/);
  });

  it('are absent when no other channel can be shown', async () => {
    const bare = await serveWeb();
    try {
      const html = await (await bare.submit('/', { vraag: 'entry:pauzes' })).text();
      expect(html).not.toMatch(/data-previews|previews\./);
    } finally {
      await bare.stop();
    }
  });

  it('are left out when the other channel cannot draw the reply; the answer is there', async () => {
    const broken: Preview = {
      name: 'Slack',
      format: 'json',
      render: () => {
        throw new Error('te lang');
      },
    };
    const other = await serveWeb({ previews: [broken] });
    try {
      const html = await (await other.submit('/', { vraag: 'entry:pauzes' })).text();
      expect(textOf(html)).toContain('Elk uur kort.');
      expect(html).not.toContain('<details');
      expect(other.lines.filter(({ fields }) => 'preview' in fields)).toEqual([
        { fields: { preview: 'Slack' }, message: 'a reply could not be drawn for another channel' },
      ]);
    } finally {
      await other.stop();
    }
  });
});
