import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Socket } from 'node:net';
import { readAssets } from '../../../adapters/web/assets.ts';
import { serveWeb } from './serve.ts';

describe('the files that pages load', () => {
  let web: Awaited<ReturnType<typeof serveWeb>>;
  beforeAll(async () => {
    web = await serveWeb();
  });
  afterAll(() => web.stop());
  const assets = readAssets();

  it('are kept for good by browsers, under an address that changes with the content', async () => {
    for (const { address, type, body } of Object.values(assets)) {
      const response = await web.get(address);
      expect([address, response.status]).toEqual([address, 200]);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
    }
  });

  it('are not sent again to who has them', async () => {
    const { address, etag } = assets['page.css'];
    const response = await web.get(address, { headers: { 'if-none-match': etag } });
    expect([response.status, await response.text()]).toEqual([304, '']);
  });

  it('are sent from one buffer, without a copy for each request', async () => {
    const { address, body } = assets['adaptivecards.js'];
    // Where in memory is what is written and as large as the file.
    const sent: ArrayBufferLike[] = [];
    const write = jest.spyOn(Socket.prototype, 'write');
    try {
      for (let count = 0; count < 3; count += 1) await (await web.get(address)).arrayBuffer();
      for (const [chunk] of write.mock.calls) {
        if (typeof chunk !== 'string' && chunk.length === body.length) sent.push(chunk.buffer);
      }
    } finally {
      write.mockRestore();
    }
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(1);
  });

  it('load nothing from elsewhere and mention no map that is not served', () => {
    for (const [name, { body }] of Object.entries(assets)) {
      const text = body.toString();
      expect([name, /sourceMappingURL|@import/.test(text.slice(-300))]).toEqual([name, false]);
    }
    expect(assets['page.css'].body.toString()).not.toMatch(/url\(|@import|@font-face|https?:/);
  });

  it('have the look of the NL Design System with our own neutral values for every token that pages use', () => {
    const css = assets['page.css'].body.toString();
    for (const part of ['.nl-button', '.nl-heading', '.nl-link', '.nl-paragraph', '.nl-skip-link']) {
      expect(css).toContain(part);
    }
    expect(css).not.toMatch(/rijks|--rvo|--utrecht/i);
    // Variants that no page has would be two thirds of it.
    for (const used of ['primary', 'secondary', 'pressed']) expect(css).toContain(`.nl-button--${used}`);
    expect(css).not.toMatch(/nl-button--(negative|positive|subtle|disabled)/);
    expect(css.length).toBeLessThan(30_000);
  });
});
