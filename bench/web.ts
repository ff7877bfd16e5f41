/**
 * Claim: a question over HTTP gets at least 0.7 of the requests per second of an empty handler on the same server.
 *
 * The server is a process of its own with the shipped knowledge: the web page, and the same page and middleware over an
 * assistant that always gives an empty reply. This process sends the load, to each in turns.
 *
 *     node bench/web.ts [--json]
 */
import autocannon from 'autocannon';
import { createWeb } from '../adapters/web/index.ts';
import { createAssistant } from '../src/assistant/index.ts';
import type { Listener } from '../src/assistant/index.ts';
import { createAsker } from '../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../src/knowledge/index.ts';
import { readQuestionSet } from '../src/evaluation/question-set.ts';
import { createFileCache } from '../src/knowledge/model-cache.ts';
import { startServer } from '../src/server/index.ts';
import { NO_LOG } from '../src/shared/log.ts';
import { reportToParent, startServerProcess } from './server-process.ts';
import { quantile } from './timing.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';
import type { WebAssistant } from '../adapters/web/texts.ts';

const EMPTY = '/leeg';
const CONNECTIONS = 20;
const SECONDS = 4;
const RUNS = 3;

async function serve(): Promise<void> {
  const asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
  const assistant = createAssistant({ asker, channel: 'web' });
  const nothing: WebAssistant = {
    ...assistant,
    reply: () => Promise.resolve({ kind: 'help', language: 'nl', blocks: [] }),
  };
  const web = createWeb({ assistant, log: NO_LOG });
  const emptyPage = createWeb({ assistant: nothing, log: NO_LOG }).routes['/'];
  const empty: Listener = (request, response) => {
    request.url = request.url?.slice(EMPTY.length) ?? '/';
    emptyPage?.(request, response);
  };
  const channels = [web, { ...web, routes: { [`${EMPTY}/`]: empty } }];
  const { port } = await startServer({ host: '127.0.0.1', port: 0, channels, log: NO_LOG });
  reportToParent(port);
}

/** One run; `cpu` is the CPU time of the server per request, in µs. */
type Run = autocannon.Result & { readonly cpu: number };

interface Measured {
  readonly name: string;
  /** Median of the runs, like the others. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

async function measure(): Promise<void> {
  const server = await startServerProcess(import.meta.filename, ['serve'], CONNECTIONS);
  try {
    const questions = readQuestionSet('test/questions/ontwikkelset.yaml').map(({ q }) => q);
    const load = (name: string, prefix: string, texts: readonly string[]) => ({
      name,
      run: async (duration: number): Promise<Run> => {
        const before = await server.cpu();
        const result = await sendLoad(`http://127.0.0.1:${server.port}${prefix}`, texts, duration);
        return { ...result, cpu: ((await server.cpu()) - before) / result.requests.total };
      },
    });
    const loads = [
      load('empty handler', EMPTY, questions),
      load('a button', '', ['entry:alleen-meelezen', 'zelfcheck', 'onderwerpen']),
      load('a typed question', '', questions),
    ];
    for (const { run } of loads) await run(1);
    const results = loads.map(() => [] as Run[]);
    for (let turn = 0; turn < RUNS; turn += 1) {
      for (const [index, { run }] of loads.entries()) results[index]?.push(await run(SECONDS));
    }
    report(loads.map(({ name }, index) => summary(name, results[index] ?? [])));
  } finally {
    server.kill();
  }
}

async function sendLoad(url: string, texts: readonly string[], duration: number): Promise<autocannon.Result> {
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

function summary(name: string, results: readonly Run[]): Measured {
  const median = (of: (result: Run) => number) => quantile(results.map(of), 0.5);
  return {
    name,
    perSecond: median(({ requests }) => requests.average),
    p50: median(({ latency }) => latency.p50),
    p99: median(({ latency }) => latency.p99),
    cpu: median(({ cpu }) => cpu),
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
    `${CONNECTIONS} connections, median of ${RUNS} runs of ${SECONDS} s\n\n` +
      '|                  | requests/s | p50 ms | p99 ms | cpu µs | ratio |\n' +
      `| ---------------- | ---------- | ------ | ------ | ------ | ----- |\n${lines.join('\n')}\n`,
  );
}

await (process.argv[2] === 'serve' ? serve() : measure());
