import { describe, expect, it } from '@jest/globals';
import type { TeamsAssistant } from '../../../adapters/teams/texts.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn } from './cards.ts';
import { startTeams } from './harness.ts';

const asker = createAsker(smallKnowledge());

describe('when the bot itself fails', () => {
  const broken = (parts: Partial<TeamsAssistant>) =>
    startTeams({ ...createAssistant({ asker, channel: 'teams' }), ...parts });

  it('the person gets one line with a reference from a core that fails, wherever it was asked', async () => {
    const fails = () => {
      throw new Error('the core is broken');
    };
    const bot = await startTeams(createAssistant({ asker: { ...asker, ask: fails }, channel: 'teams' }));
    try {
      const { sent } = await bot.send({});
      expect(cardIn(sent).fallbackText).toMatch(/^nl storing [0-9a-f]{8}$/);
      const value = { parameters: [{ name: 'vraag', value: 'fiets' }] };
      for (const name of ['composeExtension/query', 'composeExtension/fetchTask']) {
        const { status, text } = await bot.invoke(name, value);
        expect([status, text]).toEqual([200, expect.stringMatching(/nl storing [0-9a-f]{8}/)]);
      }
    } finally {
      await bot.stop();
    }
  });

  it('the person gets one line with a reference', async () => {
    const fail = () => Promise.reject(new Error('the store is gone'));
    const bot = await broken({ claim: fail, feedback: fail });
    try {
      await expect(bot.send({})).resolves.toMatchObject({ status: 200 });
      expect(cardIn(bot.received).fallbackText).toMatch(/nl storing [0-9a-f]{8}/);
      const vote = { action: { data: { vote: 'a', useful: true } } };
      const { text } = await bot.invoke('adaptiveCard/action', vote);
      expect(text).toMatch(/nl storing [0-9a-f]{8}/);
      expect(bot.received).toHaveLength(1);
    } finally {
      await bot.stop();
    }
  });
});
