/**
 * Claim: asking over HTTP is about as quick as an empty handler on the same server (goal: 0.7 of its requests per second).
 *
 * The server runs in a process of its own: the page with the shipped knowledge, and beside it the same page, with the
 * same middleware, over an assistant that has nothing to say. Load comes in turns from this process.
 *
 *     node bench/web.ts [--json]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { createWeb } from '../adapters/web/index.ts';
import { createAssistant } from '../src/assistant/index.ts';
import type { Listener } from '../src/assistant/index.ts';
import { createAsker } from '../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../src/knowledge/index.ts';
import { readQuestionSet } from '../src/evaluation/question-set.ts';
import { createFileCache } from '../src/knowledge/model-cache.ts';
import { startServer } from '../src/server/index.ts';
import { quantile } from './timing.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';
import type { WebAssistant } from '../adapters/web/texts.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const EMPTY = '/leeg';
const CONNECTIONS = 20;
const SECONDS = 4;
const ROUNDS = 3;

async function serve(): Promise<void> {
  const asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
  const assistant = createAssistant({ asker, channel: 'web' });
  const nothing: WebAssistant = {
    ...assistant,
    reply: () => Promise.resolve({ kind: 'help', language: 'nl', blocks: [] }),
  };
  const web = createWeb({ assistant, log: SILENT });
  const emptyPage = createWeb({ assistant: nothing, log: SILENT }).routes['/'];
  const empty: Listener = (request, response) => {
    request.url = request.url?.slice(EMPTY.length) ?? '/';
    emptyPage?.(request, response);
  };
  const channels = [web, { ...web, routes: { [`${EMPTY}/`]: empty } }];
  const { port } = await startServer({ host: '127.0.0.1', port: 0, channels, log: SILENT });
  process.on('message', () => process.send?.(process.cpuUsage()));
  process.send?.(port);
}

/** What the load saw, and the processor time of the server for each request, in microseconds. */
type Round = autocannon.Result & { readonly cpu: number };

interface Measured {
  readonly name: string;
  /** The middle one of the rounds. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

async function measure(): Promise<void> {
  const child = spawn(process.execPath, [import.meta.filename, 'serve'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const [port] = (await once(child, 'message')) as [number];
    const cpu = async () => {
      child.send('cpu');
      const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
      return user + system;
    };
    const questions = readQuestionSet('test/questions/ontwikkelset.yaml').map(({ q }) => q);
    const load = (name: string, prefix: string, texts: readonly string[]) => ({
      name,
      run: async (duration: number): Promise<Round> => {
        const before = await cpu();
        const result = await cannon(`http://127.0.0.1:${port}${prefix}`, texts, duration);
        return { ...result, cpu: ((await cpu()) - before) / result.requests.total };
      },
    });
    const loads = [
      load('empty handler', EMPTY, questions),
      load('a button', '', ['entry:alleen-meelezen', 'zelfcheck', 'onderwerpen']),
      load('a typed question', '', questions),
    ];
    for (const { run } of loads) await run(1);
    const results = loads.map(() => [] as Round[]);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [place, { run }] of loads.entries()) results[place]?.push(await run(SECONDS));
    }
    report(loads.map(({ name }, place) => summary(name, results[place] ?? [])));
  } finally {
    child.kill();
  }
}

async function cannon(url: string, texts: readonly string[], duration: number): Promise<autocannon.Result> {
  const requests = texts.map((vraag) => ({
    method: 'POST' as const,
    path: `${new URL(url).pathname.replace(/\/$/, '')}/api/vraag`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ vraag, gesprek: crypto.randomUUID() }),
  }));
  const result = await autocannon({ url, connections: CONNECTIONS, duration, requests });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests failed`);
  return result;
}

function summary(name: string, results: readonly Round[]): Measured {
  const middle = (of: (result: Round) => number) => quantile(results.map(of), 0.5);
  return {
    name,
    perSecond: middle(({ requests }) => requests.average),
    p50: middle(({ latency }) => latency.p50),
    p99: middle(({ latency }) => latency.p99),
    cpu: middle(({ cpu }) => cpu),
  };
}

function report(measured: readonly Measured[]): void {
  const [base] = measured;
  const rows = measured.map((row) => ({ ...row, ratio: row.perSecond / (base?.perSecond ?? 1) }));
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(rows)}\n`);
    return;
  }
  const lines = rows.map(
    ({ name, perSecond, p50, p99, cpu, ratio }) =>
      `| ${name.padEnd(16)} | ${perSecond.toFixed(0).padStart(10)} | ${p50.toFixed(0).padStart(6)} | ${p99.toFixed(0).padStart(6)} | ${cpu.toFixed(0).padStart(6)} | ${ratio.toFixed(2).padStart(5)} |`,
  );
  process.stdout.write(
    `${CONNECTIONS} connections, middle of ${ROUNDS} rounds of ${SECONDS} s\n\n` +
      '|                  | requests/s | p50 ms | p99 ms | cpu µs | ratio |\n' +
      `| ---------------- | ---------- | ------ | ------ | ------ | ----- |\n${lines.join('\n')}\n`,
  );
}

await (process.argv[2] === 'serve' ? serve() : measure());
