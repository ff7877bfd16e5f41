import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { until } from '../../until.ts';
import { startTeams } from './harness.ts';
import type { Teams } from './harness.ts';
import { activityTo, BOT, GROUP, PERSON, TENANT } from './inbound.ts';

/** Every name under which something was kept. */
const kept: string[] = [];
let teams: Teams;
beforeAll(async () => {
  const store = createProcessStore();
  const watched = {
    ...store,
    remember: (...what: Parameters<typeof store.remember>) => {
      kept.push(what[0]);
      return store.remember(...what);
    },
    claim: (...what: Parameters<typeof store.claim>) => {
      kept.push(what[0]);
      return store.claim(...what);
    },
  };
  const asker = createAsker(smallKnowledge());
  teams = await startTeams(createAssistant({ asker, channel: 'teams', store: watched }));
  const mention = { type: 'mention', mentioned: BOT, text: '<at>bot</at>' };
  await teams.send({ id: 'm1', text: 'waar zet ik mijn fiets?' });
  await teams.send({ text: '<at>bot</at> fiets', conversation: GROUP, entities: [mention] });
  await teams.send({ type: 'conversationUpdate', membersAdded: [BOT] });
  for (const data of [{ ask: 'entry:open' }, { vote: 'in-rek', useful: true }])
    await teams.invoke('adaptiveCard/action', { action: { data } }, { replyToId: 'r1' });
  await teams.invoke('composeExtension/query', { parameters: [{ name: 'vraag', value: 'fiets' }] });
  // What is logged: a call that Teams refuses, and activities of strangers.
  teams.behave(({ socket }) => socket.resetAndDestroy());
  await teams.send({ text: 'waar zet ik mijn fiets?' });
  await teams.send({ channelData: { tenant: { id: 'fiets' } } });
  await teams.post(activityTo(teams.connector), { authorization: 'Bearer a.b.c' });
});
afterAll(() => teams.stop());

it('stores nothing under a name or an id of Teams', () => {
  // Two conversations, three messages, a button, a vote and a welcome.
  expect(new Set(kept).size).toBeGreaterThanOrEqual(7);
  for (const id of [PERSON.id, PERSON.name, 'a:chat', GROUP.id, TENANT, 'm1', 'r1'])
    expect(kept.filter((name) => name.split(':').includes(id))).toEqual([]);
});

it('writes no question, name or id of a person in its log', async () => {
  // What strangers cause is logged a second later, as a count.
  await until(() => teams.logged.length === 3, 'three lines');
  const text = JSON.stringify(teams.logged);
  for (const secret of [PERSON.id, PERSON.name, 'fiets']) expect(text).not.toContain(secret);
});
