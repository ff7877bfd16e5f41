import { expect, it } from '@jest/globals';
import type { Reply } from '../../../src/core/index.ts';
import { sorryAsker } from '../sorry.ts';
import { sayingAsker, serveWeb } from './serve.ts';

type Web = Awaited<ReturnType<typeof serveWeb>>;

/** What no channel can draw. */
const undrawable = sayingAsker({
  kind: 'answer',
  language: 'nl',
  blocks: [{ kind: 'list' }],
} as unknown as Reply);
const question = (web: Web) => web.post('/api/vraag', { vraag: 'mag dat?' });

it.each<[string, Parameters<typeof serveWeb>[0], (web: Web) => Promise<Response>, number]>([
  ['a question to a core that fails', { asker: sorryAsker }, question, 200],
  ...['/vraag/pauzes', '/zelfcheck', '/over'].map(
    (path) =>
      [`${path} of a core that fails`, { asker: sorryAsker }, (web: Web) => web.get(path), 500] as [
        string,
        object,
        typeof question,
        number,
      ],
  ),
  ['an answer that cannot be drawn', { asker: undrawable }, question, 500],
])('counts an apology once: %s', async (_, parts, act, status) => {
  const web = await serveWeb(parts);
  try {
    expect((await act(web)).status).toBe(status);
    expect(web.metered.filter((event) => event.endsWith(' failed'))).toHaveLength(1);
    expect(web.metered).not.toContain('fault lost');
  } finally {
    await web.stop();
  }
});

it('counts no fault for what the page does not have or refuses', async () => {
  const web = await serveWeb();
  try {
    for (const path of ['/bestaat-niet', '/vraag/bestaat-niet', '/assets/bestaat-niet']) await web.get(path);
    expect((await web.post('/api/vraag', 'geen json')).status).toBe(400);
    expect((await web.post('/api/vraag', {}, { origin: 'https://example.org' })).status).toBe(403);
    expect(web.metered.filter((event) => event.startsWith('fault') || event.endsWith('failed'))).toEqual([]);
  } finally {
    await web.stop();
  }
});
