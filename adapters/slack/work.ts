/** What runs behind the acknowledgements. */
export interface Work {
  /** Runs a job soon, without anybody waiting for it. */
  readonly run: (job: () => Promise<void>) => void;
  /** Whether so much waits that nothing more should be taken on. */
  readonly isFull: () => boolean;
  /** Resolves when nothing waits or runs any more, or after `most` milliseconds. */
  readonly done: (most: number) => Promise<void>;
}

/** Slack waits three seconds for an acknowledgement, and half an hour for an answer: acknowledgements go first. */
const QUIET_MS = 5;
/** But a job starts at least this often, in milliseconds, however much comes in. */
const STARVED_MS = 100;
/** Calls to Slack at the same time; more would only wait there. */
const MOST_AT_ONCE = 40;
/** Some megabytes of events. */
const MOST_WAITING = 5_000;

/** `onFault` hears what a job did not catch. Bolt forgets its listeners when it stops; here nothing is lost. */
export function createWork(onFault: (error: unknown) => void): Work {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  let lastCame = -Infinity;
  let lastStarted = -Infinity;
  let isPumping = false;
  let onEmpty: () => void = () => undefined;

  const start = (job: () => Promise<void>) => {
    running += 1;
    void Promise.resolve()
      .then(job)
      .catch(onFault)
      .finally(() => {
        running -= 1;
        pump();
        if (running === 0 && waiting.length === 0) onEmpty();
      });
  };
  const turn = () => {
    isPumping = false;
    const now = performance.now();
    const isQuiet = now - lastCame >= QUIET_MS || now - lastStarted >= STARVED_MS;
    if (isQuiet && running < MOST_AT_ONCE) {
      const job = waiting.shift();
      lastStarted = now;
      if (job !== undefined) start(job);
    }
    pump();
  };
  const pump = () => {
    if (isPumping || waiting.length === 0 || running >= MOST_AT_ONCE) return;
    isPumping = true;
    const now = performance.now();
    if (now - lastCame >= QUIET_MS || now - lastStarted >= STARVED_MS) setImmediate(turn);
    else setTimeout(turn, QUIET_MS);
  };
  return {
    run: (job) => {
      waiting.push(job);
      lastCame = performance.now();
      pump();
    },
    isFull: () => waiting.length >= MOST_WAITING,
    done: async (most) => {
      if (running === 0 && waiting.length === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, most);
        onEmpty = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
