import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAssistant, createRateLimit } from '../../../src/assistant/index.ts';
import { createProcessStore } from '../../../src/store/index.ts';
import type { CountedEvent } from '../../../src/store/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { partsOf } from './cards.ts';
import { bodyOf, startTeams } from './harness.ts';
import type { Teams } from './harness.ts';

/** What a search finds. */
interface Found {
  readonly composeExtension: {
    readonly attachments: readonly { readonly preview: { readonly content: { readonly title: string } } }[];
  };
}

const asker = createAsker(smallKnowledge());
let teams: Teams;
beforeAll(async () => {
  teams = await startTeams(createAssistant({ asker, channel: 'teams' }));
});
afterAll(() => teams.stop());

describe('the message extension', () => {
  const query = (value: string, name = 'vraag') =>
    teams.invoke('composeExtension/query', { commandId: 'citaat', parameters: [{ name, value }] });

  it('finds quotes, and inserts the quote with its source and nothing else', async () => {
    const { composeExtension } = bodyOf(await query('waar zet'));
    expect(composeExtension).toMatchObject({
      type: 'result',
      attachmentLayout: 'list',
      attachments: [
        { preview: { content: { title: 'Waar zet ik mijn fiets?', text: 'Zet je fiets in een rek.' } } },
      ],
    });
    expect(partsOf(composeExtension, 'TextRun').map(({ text }) => text)).toEqual([
      '“Zet je fiets in een rek.”',
    ]);
    expect(partsOf(composeExtension, 'TextBlock').map(({ text }) => text)).toEqual([
      '[nl citaat\\_bron Regels voor de stalling; 2024](https://example.org/stalling) · Stallen',
    ]);
  });

  it('finds while somebody types, also a word that is misspelled, best first', async () => {
    const titles = async (typed: string) =>
      (bodyOf(await query(typed)) as unknown as Found).composeExtension.attachments.map(
        ({ preview }) => preview.content.title,
      );
    expect((await titles('buiten h'))[0]).toBe('Wat gebeurt er met een fiets buiten het rek?');
    expect((await titles('openingstijdn'))[0]).toBe('Wanneer is de stalling open?');
    expect((await titles('where do'))[0]).toBe('Where do I put my bicycle?');
  });

  it('says what to do before anything is typed, and when nothing is found', async () => {
    expect(bodyOf(await query('true', 'initialRun'))).toEqual({
      composeExtension: { type: 'message', text: 'nl teams_zoek' },
    });
    expect(bodyOf(await query('recept voor appeltaart'))).toEqual({
      composeExtension: { type: 'message', text: 'nl teams_zoek_niets' },
    });
  });

  it('takes a query of any shape', async () => {
    for (const value of [
      undefined,
      null,
      'a',
      {},
      { parameters: 1 },
      { parameters: [1, null, { value: {} }] },
    ])
      await expect(teams.invoke('composeExtension/query', value)).resolves.toMatchObject({ status: 200 });
  });

  it('opens the self-check on a message, with its text as it was typed', async () => {
    const body = { contentType: 'html', content: '<p>Zal ik <b>dit</b> plaatsen &amp; delen? *echt*</p>' };
    const { task } = bodyOf(
      await teams.invoke('composeExtension/fetchTask', { commandId: 'zelfcheck', messagePayload: { body } }),
    );
    expect(task).toMatchObject({ type: 'continue', value: { title: 'nl teams_actie' } });
    expect(partsOf(task, 'TextRun').map(({ text }) => text)).toContain('Zal ik dit plaatsen & delen? *echt*');
    expect(partsOf(task, 'Input.ChoiceSet')).toHaveLength(2);
    expect(partsOf(task, 'Action.Execute')).toEqual([]);
  });

  it('finds the same for a text, whatever was searched before', async () => {
    const found = await query('fiets');
    await query('stalling');
    expect(await query('fiets')).toMatchObject({ text: found.text });
    expect(bodyOf(await query('uitleg'))).toMatchObject({
      composeExtension: { text: 'nl teams_zoek_niets' },
    });
  });

  it('asks a person who searches too often to wait, and counts no search as a question', async () => {
    const counted: CountedEvent[] = [];
    const store = { ...createProcessStore(), count: (one: CountedEvent) => void counted.push(one) };
    const bot = await startTeams(
      createAssistant({ asker, channel: 'teams', store, isAllowed: createRateLimit(1) }),
    );
    try {
      const value = { parameters: [{ name: 'vraag', value: 'waar zet ik' }] };
      const search = async () => (await bot.invoke('composeExtension/query', value)).text;
      for (let count = 0; count < 20; count += 1)
        expect(await search()).toContain('Zet je fiets in een rek.');
      expect(JSON.parse(await search())).toEqual({
        composeExtension: { type: 'message', text: 'nl te_snel' },
      });
      expect(counted).toEqual([]);
    } finally {
      await bot.stop();
    }
  });

  it('explains itself in English in an English Teams client', async () => {
    const { text } = await teams.invoke('composeExtension/query', {}, { locale: 'en-US' });
    expect(text).toContain('en teams_zoek');
  });
});
