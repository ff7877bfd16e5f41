import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANNEL_TEXTS } from '../../../src/cli/channel-texts.ts';
import { createComparer } from '../../../src/workbench/engine/compare.ts';
import { createComparisons } from '../../../src/workbench/engine/comparisons.ts';
import { createDirectory } from '../../../src/workbench/engine/directory.ts';
import type { Tasks } from '../../../src/workbench/engine/tasks.ts';
import { Interrupted } from '../../../src/workbench/engine/thread.ts';
import type { Thread } from '../../../src/workbench/engine/thread.ts';
import { until } from '../../until.ts';
import { SMALL } from '../serve.ts';

jest.setTimeout(60_000);

const QUESTIONS = 'fietsen-op-het-werk/vragen/stalling.yaml';

describe('a comparison', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'vergelijken-'));
    cpSync(SMALL, directory, { recursive: true });
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  /** Comparisons whose threads do their tasks in this one; `compare`: what comes before the task with that name. */
  const start = ({
    compare = () => Promise.resolve(),
    stop = () => Promise.resolve(),
  }: { readonly compare?: () => Promise<void>; readonly stop?: () => Promise<void> } = {}) => {
    const models = { read: () => undefined, write: () => undefined };
    const files = createDirectory({ directory, channelTexts: CHANNEL_TEXTS });
    const comparer = createComparer(files, models, () => []);
    const run = async (name: string, input: never) => {
      if (name === 'estimate') {
        const { versions, milliseconds }: Tasks['estimate']['input'] = input;
        return comparer.estimate(versions, milliseconds);
      }
      await compare();
      const { versions, from, to }: Tasks['compare']['input'] = input;
      return comparer.exactly(versions, from, to);
    };
    const thread: Thread = { run: run as Thread['run'], stop };
    const comparisons = createComparisons(thread, thread, (error) => {
      throw error;
    });
    const text = readFileSync(join(directory, QUESTIONS), 'utf8');
    const begin = (question: string) => {
      const after = new Map([[QUESTIONS, text.replace('Hoe kom ik de stalling in?', question)]]);
      return comparisons.start({ before: new Map(), after }, 'disk');
    };
    const phaseOf = (id: string) => comparisons.state(id)?.phase;
    return { ...comparisons, begin, phaseOf };
  };

  it('stops when the directory changes meanwhile, and can be started again', async () => {
    let changes = 1;
    const { begin, phaseOf } = start({
      compare: () => {
        if (changes > 0) appendFileSync(join(directory, 'fietsen-op-het-werk/bron.txt'), '\nNog een zin.\n');
        changes -= 1;
        return Promise.resolve();
      },
    });
    const id = begin('Hoe kom ik erin?');
    await until(() => phaseOf(id) === 'outdated', 'the end of the first');
    expect(begin('Hoe kom ik erin?')).toBe(id);
    await until(() => phaseOf(id) === 'done', 'the end of the second');
  });

  it('is stopped by another one, also when its training is ended', async () => {
    let end: (error: Error) => void = () => undefined;
    const { begin, phaseOf } = start({
      compare: () => new Promise((_, reject) => (end = reject)),
      stop: () => {
        end(new Interrupted('stopped'));
        return Promise.resolve();
      },
    });
    const first = begin('Hoe kom ik erin?');
    await until(() => phaseOf(first) === 'training', 'the first estimate');
    const second = begin('Hoe kom ik naar binnen?');
    expect(phaseOf(first)).toBe('stopped');
    await until(() => phaseOf(second) === 'training', 'the second estimate');
    expect(phaseOf(first)).toBe('stopped');
    expect(begin('Hoe kom ik erin?')).toBe(first);
    await until(() => phaseOf(first) === 'training', 'the first again');
    expect(phaseOf(second)).toBe('stopped');
  });

  it('is waited for from its start on', async () => {
    let go: () => void = () => undefined;
    const { begin, phaseOf, estimated } = start({
      compare: () => new Promise(() => undefined),
      stop: () => new Promise((resolve) => (go = resolve)),
    });
    const id = begin('Hoe kom ik erin?');
    const waited = estimated(id, 60_000);
    go();
    await waited;
    expect(phaseOf(id)).not.toBe('estimating');
  });
});
