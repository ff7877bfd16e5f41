import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { cardIn, headingOf, partsOf } from './cards.ts';
import { startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { BOT, GROUP, PERSON } from './inbound.ts';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(createAssistant({ asker: createAsker(smallKnowledge()), channel: 'teams' }));
});
afterAll(() => teams.stop());

describe('the welcome', () => {
  it('is sent once for both activities that say that the bot was added, and names the mention in a group', async () => {
    const conversation = { ...GROUP, id: 'group' };
    const first = await teams.send({
      type: 'installationUpdate',
      action: 'add',
      conversation,
      text: undefined,
    });
    const second = await teams.send({
      type: 'conversationUpdate',
      membersAdded: [PERSON, BOT],
      conversation,
      text: undefined,
    });
    expect(cardIn(first.sent).fallbackText).toContain('nl teams_noem');
    expect(second.sent).toEqual([]);
  });

  it('is not sent for other people, at an upgrade, or when the bot is removed', async () => {
    const conversation = { id: 'other' };
    for (const more of [
      { type: 'conversationUpdate', membersAdded: [PERSON] },
      { type: 'conversationUpdate' },
      { type: 'installationUpdate', action: 'add-upgrade' },
      { type: 'installationUpdate', action: 'remove' },
    ])
      await expect(teams.send({ ...more, conversation })).resolves.toMatchObject({ status: 200, sent: [] });
  });

  it('is in English in an English Teams client', async () => {
    const conversation = { id: 'english', conversationType: 'personal' };
    const { sent } = await teams.send({
      type: 'installationUpdate',
      action: 'add',
      conversation,
      locale: 'en-GB',
    });
    expect(cardIn(sent)).toMatchObject({ lang: 'en' });
    const [topics] = partsOf(cardIn(sent), 'Action.Submit');
    const pressed = await teams.send({ text: undefined, value: topics?.['data'], conversation });
    expect(headingOf(cardIn(pressed.sent))).toEqual(['en onderwerpen']);
  });
});
