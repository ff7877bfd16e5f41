import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';

/** What people ask under load: answers, a silent entry, topics. */
const QUESTIONS = [
  'mag ik twitteren?',
  'moet ik zelf dingen plaatsen of is meelezen genoeg?',
  'mag ik anoniem reageren',
  'onderwerpen',
];

/** A server under test in a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** CPU time that the server has used so far, in µs. */
  readonly cpu: () => Promise<number>;
  /** Posts over a kept connection; returns the status once the whole answer is there. */
  readonly post: (path: string, headers: OutgoingHttpHeaders, body: string) => Promise<number>;
  readonly kill: () => void;
}

/** Starts a script that calls `reportToParent`; `post` opens at most `connections` connections. */
export async function startServerProcess(
  script: string,
  args: readonly string[],
  connections: number,
): Promise<ServerProcess> {
  const child = fork(script, args);
  const [port] = (await once(child, 'message')) as [number];
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    port,
    cpu: async () => {
      const answer = once(child, 'message');
      child.send('cpu');
      return ((await answer) as [number])[0];
    },
    post: (path, headers, body) =>
      new Promise((resolve, reject) => {
        const length = { 'content-length': Buffer.byteLength(body) };
        request({ port, host: '127.0.0.1', agent, method: 'POST', path, headers: { ...headers, ...length } })
          .on('response', (response) =>
            response.resume().on('end', () => {
              resolve(response.statusCode ?? 0);
            }),
          )
          .on('error', reject)
          .end(body);
      }),
    kill: () => child.kill(),
  };
}

/** The other side of `startServerProcess`: sends the port, and the CPU time in µs after each message. */
export function reportToParent(port: number): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.on('disconnect', () => process.exit());
  process.send?.(port);
}

/** A question at random from a few known ones. */
export function randomQuestion(): string {
  return QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)] ?? '';
}
