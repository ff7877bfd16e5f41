import { describe, expect, it } from '@jest/globals';
import { createJobQueue } from '../../../adapters/slack/job-queue.ts';

const never = () => new Promise<void>(() => undefined);

describe('the job queue', () => {
  it('runs jobs in the order in which they were added, after what runs now', async () => {
    const done: string[] = [];
    const jobs = createJobQueue(() => undefined);
    for (const name of ['a', 'b', 'c']) {
      jobs.add(() => {
        done.push(name);
        return Promise.resolve();
      });
    }
    done.push('acknowledged');
    await jobs.drain(5_000);
    expect(done).toEqual(['acknowledged', 'a', 'b', 'c']);
  });

  it('runs the next job after one that fails', async () => {
    const errors: unknown[] = [];
    const jobs = createJobQueue((error) => errors.push(error));
    let isDone = false;
    jobs.add(() => Promise.reject(new Error('stuk')));
    jobs.add(() => {
      throw new Error('meteen stuk');
    });
    jobs.add(() => {
      isDone = true;
      return Promise.resolve();
    });
    await jobs.drain(5_000);
    expect([errors.length, isDone]).toEqual([2, true]);
  });

  it('is full when thousands of jobs wait, and drains for a limited time', async () => {
    const jobs = createJobQueue(() => undefined);
    expect(jobs.isFull()).toBe(false);
    for (let count = 0; count < 5_000; count += 1) jobs.add(never);
    expect(jobs.isFull()).toBe(true);
    await jobs.drain(10);
  });
});
