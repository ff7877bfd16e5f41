import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { startTeams } from './harness.ts';
import type { Teams } from './harness.ts';

let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(createAssistant({ asker: createAsker(smallKnowledge()), channel: 'teams' }));
});
afterAll(() => teams.stop());

it.each(['task/fetch', 'signin/verifyState', 'composeExtension/selectItem', 'something/new', undefined])(
  'refuses the invoke %s, which it does not know',
  async (name) => {
    await expect(teams.invoke(name, {})).resolves.toMatchObject({ status: 501, text: '', sent: [] });
  },
);

it("takes Teams' own thumbs without a word", async () => {
  const value = {
    actionName: 'feedback',
    actionValue: { reaction: 'like', feedback: '{"feedbackText":""}' },
  };
  await expect(teams.invoke('message/submitAction', value)).resolves.toMatchObject({
    status: 200,
    text: '{}',
  });
});
