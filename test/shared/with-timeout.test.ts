import { expect, it } from '@jest/globals';
import { isTimeout, TimeoutError, withTimeout } from '../../src/shared/with-timeout.ts';

it('gives what the promise gives in time', async () => {
  await expect(withTimeout(Promise.resolve('value'), 1_000)).resolves.toBe('value');
  await expect(withTimeout(Promise.reject(new RangeError('own')), 1_000)).rejects.toThrow(RangeError);
});

it('throws a TimeoutError when it takes longer', async () => {
  await expect(withTimeout(new Promise(() => undefined), 1)).rejects.toBeInstanceOf(TimeoutError);
});

it('takes what arrived while the process itself was busy', async () => {
  const arrived = new Promise((resolve) => setTimeout(resolve, 2, 'value'));
  const outcome = withTimeout(arrived, 1);
  const end = performance.now() + 20;
  while (performance.now() < end);
  await expect(outcome).resolves.toBe('value');
});

it('tells timeouts, also of AbortSignal.timeout, from other errors', async () => {
  const signal = AbortSignal.timeout(1);
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve);
  });
  expect([new TimeoutError(), signal.reason, new Error('other'), undefined].map(isTimeout)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
