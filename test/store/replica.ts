import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAssistant } from '../../src/assistant/index.ts';
import type { StoreLocation } from '../../src/store/index.ts';
import { openStore } from '../../src/store/open.ts';
import type { Timeouts } from '../../src/store/resilient.ts';
import type { Question, Reply } from '../../src/core/index.ts';

/**
 * One replica as a process of its own: the real conversation layer and store around a core that answers at once.
 * `POST /` takes a list of `{ event, conversation, text }`, does them all at once, and gives a list of `{ first }` or
 * `{ first, previous }`; `GET /` gives its health. Its port comes as a message to the process that started it; so does what it logs.
 *
 *   node replica.ts '{"kind":"sqlite","directory":"/tmp/x"}' '{"call":1000}'
 */
const place = JSON.parse(process.argv[2] ?? '') as StoreLocation;
const log = (fields: Readonly<Record<string, unknown>>, message: string) => {
  process.send?.({ log: { ...fields, message } });
};
const timeouts = JSON.parse(process.argv[3] ?? '{}') as Partial<Timeouts>;
const store = await openStore(place, { timeouts, log: { info: log, warn: log, error: log } });

/** What the core was told of before, by the text of the question. */
const told = new Map<string, string | undefined>();
const ask = (question: Question): Reply => {
  told.set(question.text, question.previous?.entry);
  return { kind: 'answer', language: 'nl', entry: question.text, words: [], blocks: [] };
};
const sorry = (): Reply => ({ kind: 'unknown', language: 'nl', blocks: [] });
const assistant = createAssistant({
  asker: { ask, suggest: () => [], sorry, language: 'nl', say: () => '', entries: [] },
  channel: 'toets',
  store,
});

interface Sent {
  readonly event: string;
  readonly conversation: string;
  readonly text: string;
}

async function answer({ event, conversation, text }: Sent): Promise<object> {
  if (!(await assistant.claim([event]))) return { first: false };
  await assistant.reply({ conversation, text });
  return { first: true, previous: told.get(text) };
}

const server = createServer((request, response) => {
  const send = (body: object) => response.end(JSON.stringify(body));
  if (request.method === 'GET') {
    send(store.health());
    return;
  }
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    void Promise.all((JSON.parse(body) as Sent[]).map(answer)).then(send);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void store.close().then(() => process.exit(0));
});
