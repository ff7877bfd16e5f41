import { afterEach, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { WebhookBlock, WebhookButton } from '../../examples/webhook-channel/render.ts';
import type { Reply } from '../../src/core/index.ts';
import { createProcessStore } from '../../src/store/index.ts';
import { until } from '../until.ts';
import { sorryAsker } from '../adapters/sorry.ts';
import { holdOpen } from '../server/raw-http.ts';
import { small, sign, seconds, start, stopAll } from './webhook.ts';
import type { Answer } from './webhook.ts';

afterEach(stopAll);

const ASKED = { conversation: 'zaak-7', text: 'waar kan ik mijn fiets stallen?' };
const QUESTION = JSON.stringify(ASKED);

it('is signed here as in the published example', () => {
  const headers = sign('{"test": 2432232314}', { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', time: 1_614_265_330 });
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

it('answers a signed question with its blocks as JSON', async () => {
  const { post } = await start();
  const response = await post(QUESTION, sign(QUESTION));
  expect(response.status).toBe(200);
  const { blocks } = (await response.json()) as Answer;
  expect(blocks).toContainEqual({ type: 'text', text: 'In een rek.' });
  expect(blocks).toContainEqual(
    expect.objectContaining({ type: 'quote', texts: ['Zet je fiets in een rek.'] }),
  );
});

it('accepts a signature among others, as while a secret is replaced', async () => {
  const { post } = await start();
  const headers = sign(QUESTION);
  headers['webhook-signature'] = `v1,bm90IG91cnM= ${headers['webhook-signature']}`;
  expect((await post(QUESTION, headers)).status).toBe(200);
});

it.each<[string, Record<string, string>]>([
  ['an unsigned question', {}],
  ['a question signed with another secret', sign(QUESTION, { key: Buffer.from('another') })],
  ['a question signed for another body', sign(`${QUESTION} `)],
  ['a question signed more than five minutes ago', sign(QUESTION, { time: seconds() - 301 })],
  ['a question signed ten minutes ahead', sign(QUESTION, { time: seconds() + 600 })],
  ['a new time under an old signature', { ...sign(QUESTION), 'webhook-timestamp': String(seconds() - 60) }],
  ['a new id under an old signature', { ...sign(QUESTION), 'webhook-id': randomUUID() }],
  ['a time that is no number', { ...sign(QUESTION), 'webhook-timestamp': 'now' }],
  [
    'half a signature',
    { ...sign(QUESTION), 'webhook-signature': sign(QUESTION)['webhook-signature'].slice(0, 20) },
  ],
])('refuses %s with 401', async (_, headers) => {
  const { post, events } = await start();
  const response = await post(QUESTION, headers);
  expect(response.status).toBe(401);
  await expect(response.text()).resolves.toBe('');
  expect(events).toEqual([]);
});

it('answers a request once, however often it is delivered', async () => {
  const { post, events } = await start();
  const headers = sign(QUESTION);
  const statuses = [await post(QUESTION, headers), await post(QUESTION, headers)].map(({ status }) => status);
  expect(statuses).toEqual([200, 409]);
  expect(events.filter((event) => event.startsWith('question'))).toEqual(['question answer']);
});

it.each([
  '',
  'geen json',
  'null',
  '{"text":"hallo"}',
  '{"conversation":"","text":"hallo"}',
  '{"conversation":"a"}',
])('refuses the signed body %j with 400', async (body) => {
  const { post } = await start();
  expect((await post(body, sign(body))).status).toBe(400);
});

/** The buttons in an answer that have a lead (choices), or none (votes). */
/** The buttons that vote, or those that ask. */
function buttonsIn(blocks: readonly WebhookBlock[], asks: boolean): readonly WebhookButton[] {
  return blocks
    .flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
    .filter(({ send }) => 'text' in send === asks);
}

it('takes a pressed button as a typed question, and counts it as a button', async () => {
  const { send, events } = await start();
  const { blocks } = await send(ASKED);
  const [button] = buttonsIn(blocks, true);
  const pressed = await send({ conversation: ASKED.conversation, ...button?.send });
  expect(pressed.blocks).toContainEqual({ type: 'text', text: 'Van zeven tot zeven.' });
  expect(events).toContain('button answer');
});

it('counts one vote of a conversation on an answer, the last one', async () => {
  const { send, events } = await start();
  const { blocks } = await send(ASKED);
  const [useful, notUseful] = buttonsIn(blocks, false);
  const { conversation } = ASKED;
  const thanks = await send({ conversation, ...useful?.send });
  expect(thanks.blocks).toEqual([{ type: 'text', text: 'nl stem_geteld' }]);
  const asked = await send({ conversation, ...notUseful?.send });
  expect(asked.blocks[0]).toEqual({ type: 'text', text: 'nl stem_gewijzigd' });
  const [reason] = buttonsIn(asked.blocks, false);
  const explained = await send({ conversation, ...reason?.send });
  expect(explained.blocks[0]).toEqual({ type: 'text', text: 'nl reden_geteld' });
  expect(events.filter((event) => /^(vote|reason) /.test(event))).toEqual([
    'vote counted',
    'vote changed',
    'reason wrong-subject',
  ]);
});

it('apologises, with a reference, when the core throws', async () => {
  const { post, events } = await start(sorryAsker);
  const response = await post(QUESTION, sign(QUESTION));
  expect(response.status).toBe(200);
  const { blocks } = (await response.json()) as { blocks: unknown };
  expect(blocks).toEqual([{ type: 'text', text: expect.stringMatching(/^Storing [\da-f]{8}$/) }]);
  expect(events).toContain('question failed');
});

it('apologises when it cannot draw the answer', async () => {
  const undrawable = { kind: 'answer', language: 'nl', blocks: [{ kind: 'choices' }] } as unknown as Reply;
  const { send, events } = await start({ ...sorryAsker, ask: () => undrawable });
  const { blocks } = await send({ conversation: 'a', text: 'mag dat?' });
  expect(blocks).toEqual([{ type: 'text', text: expect.stringMatching(/^Storing [\da-f]{8}$/) }]);
  expect(events).toContain('fault failed');
});

it('hangs up when it cannot even apologise, counts that nobody got an answer, and goes on', async () => {
  const speechless = () => {
    throw new Error('no words');
  };
  const { post, events } = await start({ ...sorryAsker, sorry: speechless });
  await expect(post(QUESTION, sign(QUESTION))).rejects.toThrow('fetch failed');
  await expect(post(QUESTION, sign(QUESTION))).rejects.toThrow('fetch failed');
  expect(events.filter((event) => event === 'fault lost')).toHaveLength(2);
});

it('counts an answer as lost when the sender hung up before it was ready', async () => {
  const recalling = Promise.withResolvers<undefined>();
  const asked = Promise.withResolvers<undefined>();
  const store = {
    ...createProcessStore(),
    recall: () => {
      asked.resolve(undefined);
      return recalling.promise;
    },
  };
  const { port, events } = await start(small, store);
  const headers = Object.entries(sign(QUESTION)).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(QUESTION);
  const request = `POST /webhook HTTP/1.1\r\nhost: bot\r\ncontent-length: ${length}\r\n${headers.join('')}\r\n`;
  const socket = await holdOpen(port, request + QUESTION);
  await asked.promise;
  socket.destroy();
  await stopAll();
  recalling.resolve(undefined);
  await until(() => events.includes('fault lost'), 'the count');
  expect(events).toContain('an answer could not be sent');
});
