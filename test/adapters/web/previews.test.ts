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
  const read = async (path: string) => (await web.get(path)).text();

  it('have a page for each entry, escaped, with the address of the renderer on this host', async () => {
    const html = await read('/voorbeeld/thuiswerken/pauzes');
    expect(html).toMatch(/<details data-name="Slack" data-format="json">/);
    expect(html).toMatch(/<details data-name="Teams" data-format="card">/);
    expect(html).toContain('<summary>Zo ziet dit antwoord eruit in Teams</summary>');
    expect(html).toMatch(/<script type="module" src="\/assets\/previews\.[\da-f]+\.js">/);
    expect(html).toContain('<meta name="robots" content="noindex" />');
    expect(textOf(html)).toContain(
      'Zo ziet dit antwoord eruit in Slack { "blocks": [ { "type": "section", "text": "<answer>" }',
    );
    const [, renderer = ''] = /data-renderer="([^"]*)"/.exec(html) ?? [];
    expect((await web.get(renderer)).status).toBe(200);
  });

  it('are linked to from the page of the entry', async () => {
    expect(await read('/vraag/pauzes')).toContain('href="/voorbeeld/thuiswerken/pauzes"');
  });

  it('are not in the conversation', async () => {
    const { html } = (await (await web.post('/api/vraag', { vraag: 'entry:pauzes' })).json()) as {
      html: string;
    };
    expect(html).not.toMatch(/data-previews|<details|voorbeeld/);
    expect(await read('/')).not.toContain('previews.');
  });

  it('do not exist for what is no entry, and when no other channel can be shown', async () => {
    expect((await web.get('/voorbeeld/thuiswerken/bestaat-niet')).status).toBe(404);
    expect((await web.get('/voorbeeld/thuiswerken/zelfcheck%20')).status).toBe(404);
    const bare = await serveWeb();
    try {
      expect((await bare.get('/voorbeeld/thuiswerken/pauzes')).status).toBe(404);
      expect(await (await bare.get('/vraag/pauzes')).text()).not.toContain('/voorbeeld/');
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
      const html = await (await other.get('/voorbeeld/thuiswerken/pauzes')).text();
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
