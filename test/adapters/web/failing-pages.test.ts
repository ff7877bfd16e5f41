import { describe, expect, it } from '@jest/globals';
import type { Question } from '../../../src/core/index.ts';
import { sayingAsker, serveWeb, smallAsker, textOf } from './serve.ts';

describe('the pages of a bot that fails', () => {
  const small = smallAsker();
  const ask = () => {
    throw new Error('geheugen kapot');
  };

  it('show the apology with its reference, not the cause', async () => {
    const web = await serveWeb({ asker: { ...small, ask } });
    try {
      const { html } = await web.visit('/?vraag=hallo');
      expect(textOf(html)).toMatch(
        /Er ging iets mis bij de bot\..*Geef dan dit kenmerk door aan je beheerder: [\da-f]{8}/,
      );
      expect(html).not.toContain('geheugen');
      for (const path of ['/onderwerpen', '/vraag/pauzes', '/zelfcheck', '/over']) {
        const response = await web.get(path);
        expect([path, response.status]).toEqual([path, 500]);
        expect(textOf(await response.text())).toMatch(/Er ging iets mis .*kenmerk.*: [\da-f]{8}/);
      }
    } finally {
      await web.stop();
    }
  });

  it('come back when the bot does', async () => {
    let isBroken = true;
    const asker = {
      ...small,
      ask: (question: Question) => (isBroken ? ask() : small.ask(question)),
    };
    const web = await serveWeb({ asker });
    try {
      expect((await web.get('/onderwerpen')).status).toBe(500);
      isBroken = false;
      expect((await web.get('/onderwerpen')).status).toBe(200);
    } finally {
      await web.stop();
    }
  });
});

describe('the pages of a guidance without a self-check', () => {
  it('do not lead to one', async () => {
    const web = await serveWeb({
      asker: sayingAsker({
        kind: 'topics',
        language: 'nl',
        blocks: [{ kind: 'heading', text: 'Onderwerpen' }],
      }),
    });
    try {
      expect(await (await web.get('/')).text()).not.toContain('/zelfcheck');
      expect((await web.get('/zelfcheck')).status).toBe(404);
    } finally {
      await web.stop();
    }
  });
});
