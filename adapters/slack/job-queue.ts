import { withTimeout } from '../../src/shared/with-timeout.ts';

/** Jobs that run after their request was acknowledged. */
export interface JobQueue {
  /** Runs a job soon; nobody waits for it. */
  readonly add: (job: () => Promise<void>) => void;
  /** Whether so many jobs wait that no more should be added. */
  readonly isFull: () => boolean;
  /** Resolves when no job waits or runs, or after `timeout` milliseconds. */
  readonly drain: (timeout: number) => Promise<void>;
}

/**
 * No job starts within this time of the last one added: Slack waits three seconds for an acknowledgement and half an hour
 * for an answer, so acknowledgements go first.
 */
const QUIET_MS = 5;
/** Under steady load a job starts at least this often. */
const MAX_WAIT_MS = 100;
/** Simultaneous jobs; more would only wait in Slack's client. */
const MAX_RUNNING = 40;
/** Jobs that wait: some megabytes of events. */
const MAX_WAITING = 5_000;

/**
 * Creates a queue that starts jobs in the order in which they were added. Jobs still run after Bolt has stopped.
 * @param onError gets what a job throws
 */
export function createJobQueue(onError: (error: unknown) => void): JobQueue {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  let lastAdded = -Infinity;
  let lastStarted = -Infinity;
  let isScheduled = false;
  let onIdle: () => void = () => undefined;

  const isIdle = () => running === 0 && waiting.length === 0;
  const isDue = () => {
    const now = performance.now();
    return now - lastAdded >= QUIET_MS || now - lastStarted >= MAX_WAIT_MS;
  };
  const start = (job: () => Promise<void>) => {
    running += 1;
    lastStarted = performance.now();
    void Promise.resolve()
      .then(job)
      .catch(onError)
      .finally(() => {
        running -= 1;
        schedule();
        if (isIdle()) onIdle();
      });
  };
  const startNext = () => {
    isScheduled = false;
    const job = isDue() && running < MAX_RUNNING ? waiting.shift() : undefined;
    if (job !== undefined) start(job);
    schedule();
  };
  const schedule = () => {
    if (isScheduled || waiting.length === 0 || running >= MAX_RUNNING) return;
    isScheduled = true;
    if (isDue()) setImmediate(startNext);
    else setTimeout(startNext, QUIET_MS);
  };
  return {
    add: (job) => {
      waiting.push(job);
      lastAdded = performance.now();
      schedule();
    },
    isFull: () => waiting.length >= MAX_WAITING,
    drain: async (timeout) => {
      if (isIdle()) return;
      const idle = new Promise<void>((resolve) => {
        onIdle = resolve;
      });
      await withTimeout(idle, timeout).catch(() => undefined);
    },
  };
}
