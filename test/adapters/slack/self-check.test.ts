import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CHANNEL } from './emulator.ts';
import type { View } from './emulator.ts';
import { until } from '../../until.ts';
import { commanded } from './private-answers.ts';
import { buttonsIn, openWorkspace, textsIn } from './workspace.ts';
import type { Workspace } from './workspace.ts';

jest.setTimeout(60_000);

interface Input {
  readonly type: string;
  readonly block_id: string;
}
type Modal = Pick<View, 'blocks'> & { readonly callback_id?: string; readonly private_metadata?: string };
type Answer = Readonly<{
  response_action?: string;
  view?: Modal;
  errors?: Readonly<Record<string, string>>;
}>;

let workspace: Workspace;
let modal: Modal;
beforeAll(async () => {
  workspace = await openWorkspace();
  await workspace.interact({
    type: 'shortcut',
    callback_id: 'zelfcheck',
    trigger_id: await workspace.slack.trigger(),
  });
  modal = await opened();
});
afterAll(() => workspace.stop());

/** The modal with questions that was opened last. */
async function opened(): Promise<Modal> {
  let found: View | undefined;
  await until(async () => {
    const views = await workspace.slack.views();
    found = views.findLast(({ type, blocks }) => type === 'modal' && inputsIn(blocks).length > 0);
    return found !== undefined;
  }, 'a modal with questions');
  return found as Modal;
}

const inputsIn = (blocks: unknown) => (blocks as readonly Input[]).filter(({ type }) => type === 'input');

/** Sends a modal as Slack does, with these values of the radio buttons. */
async function submit(view: Modal, ...answers: readonly (string | undefined)[]): Promise<Answer> {
  const values = inputsIn(view.blocks).map(({ block_id: id }, place) => {
    const value = answers[place];
    const selected_option = value === undefined ? null : { value, text: { type: 'plain_text', text: 'x' } };
    return [id, { antwoord: { type: 'radio_buttons', selected_option } }] as const;
  });
  const response = await workspace.interact({
    type: 'view_submission',
    trigger_id: `t${Math.random()}`,
    view: { ...view, id: 'V1', type: 'modal', state: { values: Object.fromEntries(values) } },
  });
  expect(response.status).toBe(200);
  const body = await response.text();
  return (body === '' ? {} : JSON.parse(body)) as Answer;
}

describe('the self-check in a modal', () => {
  it('has radio buttons for each question, and its advice comes later', () => {
    expect(inputsIn(modal.blocks)).toMatchObject([
      { label: { text: '1. Je fiets in een rek past.' }, element: { type: 'radio_buttons' } },
      { label: { text: '2. Je fiets op slot staat.' }, element: { type: 'radio_buttons' } },
    ]);
    expect(modal).toMatchObject({ submit: { text: 'nl zelfcheck_tips' } });
    expect(textsIn(modal.blocks)).not.toContain('Vraag het een collega.');
  });

  it('ends with the same advice whatever was chosen, and repeats the doubts', async () => {
    for (const [answers, said] of [
      [['yes', 'yes'], ['nl zelfcheck_overal_ja']],
      [
        ['no', 'doubt'],
        [
          'nl zelfcheck_anders',
          'nl zelfcheck_gekozen Je fiets in een rek past.; nl zelfcheck_nee',
          'nl zelfcheck_gekozen Je fiets op slot staat.; nl zelfcheck_weet_niet',
        ],
      ],
    ] as const) {
      const answer = await submit(modal, ...answers);
      expect(answer.response_action).toBe('update');
      expect(textsIn(answer.view?.blocks)).toEqual(
        expect.arrayContaining([...said, 'nl zelfcheck_bewaard', 'Vraag het een collega.']),
      );
      expect(inputsIn(answer.view?.blocks)).toEqual([]);
    }
  });

  it('says which questions have no answer, and concludes nothing', async () => {
    const ids = inputsIn(modal.blocks).map(({ block_id: id }) => id);
    for (const [answers, missing] of [
      [[undefined, undefined], ids],
      [['yes', undefined], ids.slice(1)],
      [['misschien', 'yes'], ids.slice(0, 1)],
      [['toString', 'yes'], ids.slice(0, 1)],
    ] as const) {
      const errors = Object.fromEntries(missing.map((id) => [id, 'nl zelfcheck_kies']));
      expect(await submit(modal, ...answers)).toEqual({ response_action: 'errors', errors });
    }
  });

  it('whose questions have changed comes back with what was chosen', async () => {
    const [first, second] = inputsIn(modal.blocks);
    const changed = { ...modal, blocks: [first, { ...second, block_id: 'vraag:1:AAAAAAAA' }] } as Modal;
    const { response_action: action, view } = await submit(changed, 'no', 'yes');
    expect(action).toBe('update');
    expect(textsIn(view?.blocks)).toContain('nl zelfcheck_alle');
    expect(inputsIn(view?.blocks)).toMatchObject([
      { element: { initial_option: { value: 'no' } } },
      { element: { type: 'radio_buttons' } },
    ]);
    expect(JSON.stringify(inputsIn(view?.blocks)[1])).not.toContain('initial_option');
  });

  it('counts that it was done; what was chosen is in no metadata and no log', async () => {
    const before = workspace.metered.filter((one) => one === 'check done').length;
    const { view } = await submit(modal, 'no', 'yes');
    expect(workspace.metered.filter((one) => one === 'check done')).toHaveLength(before + 1);
    expect(view?.private_metadata).toBeUndefined();
    expect(JSON.parse(modal.private_metadata ?? '')).toEqual({
      entry: 'fietsen/zelfcheck',
      language: 'nl',
    });
    expect(JSON.stringify(workspace.logged)).not.toContain('fiets');
  });

  it('of another app is closed, and of anything odd is answered', async () => {
    expect(await submit({ ...modal, callback_id: 'iets_anders' }, 'yes', 'yes')).toEqual({});
    for (const private_metadata of ['', '{', 'null', '{"entry":5}', '{"entry":"weg/zelfcheck"}'])
      expect((await submit({ ...modal, private_metadata }, 'yes', 'yes')).response_action).toBe('update');
  });

  it('opens from the self-check in a message, for whoever presses', async () => {
    const message = await commanded(workspace, 'zelfcheck');
    const [button] = buttonsIn(message.blocks).filter(({ action }) => action.startsWith('zelfcheck'));
    expect(button).toEqual({ text: 'nl zelfcheck_knop', action: 'zelfcheck.nl', value: 'fietsen/zelfcheck' });
    const before = (await workspace.slack.views()).length;
    const container = { type: 'message', message_ts: '1800000003.1', channel_id: CHANNEL };
    await workspace.press(button?.action ?? '', button?.value ?? '', {
      container,
      trigger_id: await workspace.slack.trigger(),
    });
    await until(async () => (await workspace.slack.views()).length > before, 'another modal');
    expect(inputsIn((await opened()).blocks)).toHaveLength(2);
  });
});
