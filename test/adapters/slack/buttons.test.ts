import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CHANNEL } from './emulator.ts';
import { commanded, pressed } from './private-answers.ts';
import { buttonsIn, openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.stop());

const ASK = 'waar zet ik mijn fiets?';

describe('a button', () => {
  it('of an old answer is a typed question by entry id', async () => {
    expect(textsIn((await pressed(workspace, 'kies:3', 'entry:buiten-rek')).blocks)).toContain(
      'Die wordt verwijderd.',
    );
  });

  it('is answered in the language of the answer that it is part of, also when the conversation is in another', async () => {
    await commanded(workspace, 'where do I put my bicycle?', { user_id: 'U000000001' });
    expect(textsIn((await pressed(workspace, 'kies:0.nl', 'entry:in-rek')).blocks)).toContain('In een rek.');
    await commanded(workspace, ASK);
    const { blocks } = await pressed(workspace, 'kies:0.en', 'entry:in-rek');
    expect(textsIn(blocks)[0]).toBe('Where do I put my bicycle?');
    expect(buttonsIn(blocks).filter(({ action }) => !action.endsWith('.en'))).toEqual([]);
  });

  it('from before buttons had a language is answered in that of the conversation', async () => {
    await commanded(workspace, ASK);
    expect(textsIn((await pressed(workspace, 'kies:0', 'entry:in-rek')).blocks)).toContain('In een rek.');
  });

  it('of an entry that no longer exists says so and offers topics', async () => {
    const { blocks } = await pressed(workspace, 'kies:0', 'entry:bestaat-niet-meer');
    expect(textsIn(blocks)[0]).toBe('nl verdwenen');
    expect(buttonsIn(blocks).map(({ value }) => value)).toContain('topic:fietsen/Stallen');
  });

  it('of another app is acknowledged and ignored', async () => {
    const response = await workspace.press('iets_anders', 'x', {
      response_url: workspace.sink.url('unknown'),
    });
    expect(response.status).toBe(200);
    await pressed(workspace, 'kies:0', 'help');
    expect(workspace.sink.sunk.filter(({ path }) => path === 'unknown')).toEqual([]);
  });

  it('of a shared answer is answered to the person alone', async () => {
    const container = { type: 'message', message_ts: '1800000002.1', channel_id: CHANNEL };
    const message = await pressed(workspace, 'kies:0', 'entry:open', { container });
    expect(message).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });
});

describe('a vote', () => {
  it('counts once for each person and answer, and is thanked for in the language of the answer', async () => {
    expect((await pressed(workspace, 'stem:ja.en', 'in-rek')).text).toBe('en stem_geteld');
    expect((await pressed(workspace, 'stem:nee.nl', 'in-rek')).text).toMatch(/^nl stem_gewijzigd\n/);
  });

  it('on an answer that no longer exists gets no thanks', async () => {
    expect((await pressed(workspace, 'stem:ja.nl', 'bestaat-niet-meer')).text).toBe('nl stem_onbekend');
  });
});
