import { describe, expect, it } from '@jest/globals';
import { createWork } from '../../../adapters/slack/work.ts';

const never = () => new Promise<void>(() => undefined);

describe('work behind acknowledgements', () => {
  it('is done in the order in which it came, after what is at hand', async () => {
    const done: string[] = [];
    const work = createWork(() => undefined);
    for (const name of ['a', 'b', 'c']) {
      work.run(() => {
        done.push(name);
        return Promise.resolve();
      });
    }
    done.push('acknowledged');
    await work.done(5_000);
    expect(done).toEqual(['acknowledged', 'a', 'b', 'c']);
  });

  it('goes on after a job that fails', async () => {
    const faults: unknown[] = [];
    const work = createWork((error) => faults.push(error));
    let isDone = false;
    work.run(() => Promise.reject(new Error('stuk')));
    work.run(() => {
      throw new Error('meteen stuk');
    });
    work.run(() => {
      isDone = true;
      return Promise.resolve();
    });
    await work.done(5_000);
    expect([faults.length, isDone]).toEqual([2, true]);
  });

  it('is full when thousands wait, and is not waited for without end', async () => {
    const work = createWork(() => undefined);
    expect(work.isFull()).toBe(false);
    for (let count = 0; count < 5_000; count += 1) work.run(never);
    expect(work.isFull()).toBe(true);
    await work.done(10);
  });
});
