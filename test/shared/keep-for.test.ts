import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { keepFor } from '../../src/shared/keep-for.ts';

describe('a kept result', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is read again after its time, also when it is asked for twice at once', async () => {
    jest.useFakeTimers();
    let reads = 0;
    const read = keepFor(1_000, () => Promise.resolve((reads += 1)));
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    jest.advanceTimersByTime(999);
    expect(await read()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(await read()).toBe(2);
  });

  it('that failed is read again at once', async () => {
    const answers = [Promise.reject(new Error('gone')), Promise.resolve(2)];
    const read = keepFor(1_000, () => answers.shift() ?? Promise.resolve(0));
    await expect(read()).rejects.toThrow('gone');
    expect(await read()).toBe(2);
  });
});
