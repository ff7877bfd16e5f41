import { describe, expect, it } from '@jest/globals';
import { createProcessStore } from '../../src/store/index.ts';
import type { Previous } from '../../src/core/index.ts';

const MINUTE = 60_000;
const about = (entry: string): Previous => ({ entry, missed: false, language: 'nl' });

/** A store with a clock that the test moves. */
function storeAt() {
  let time = 1_000_000;
  const store = createProcessStore(() => time);
  return { ...store, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('a conversation in a store', () => {
  it('is undefined before it is remembered', async () => {
    await expect(storeAt().recall('a')).resolves.toBeUndefined();
  });

  it('is separate from others, also when its name is that of an object member', async () => {
    const { remember, recall } = storeAt();
    await remember('a', about('open'));
    await remember('__proto__', about('rek'));
    await expect(recall('a')).resolves.toEqual(about('open'));
    await expect(recall('__proto__')).resolves.toEqual(about('rek'));
    await expect(recall('constructor')).resolves.toBeUndefined();
  });

  it('expires 30 minutes after its last message', async () => {
    const { remember, recall, pass } = storeAt();
    await remember('a', about('open'));
    pass(20 * MINUTE);
    await remember('a', about('rek'));
    pass(30 * MINUTE - 1);
    await expect(recall('a')).resolves.toEqual(about('rek'));
    pass(1);
    await expect(recall('a')).resolves.toBeUndefined();
    pass(-MINUTE);
    await expect(recall('a')).resolves.toBeUndefined();
  });

  it('is evicted when 10,000 others were remembered after it', async () => {
    const { remember, recall } = storeAt();
    for (let number = 0; number <= 10_000; number += 1) await remember(`gesprek ${number}`, about('open'));
    await expect(recall('gesprek 0')).resolves.toBeUndefined();
    await expect(recall('gesprek 1')).resolves.toEqual(about('open'));
  });
});

describe('a claim', () => {
  it('is given to the first caller, and free again after ten minutes', async () => {
    const { claim, pass } = storeAt();
    await expect(Promise.all([claim('a'), claim('a'), claim('b')])).resolves.toEqual([true, false, true]);
    pass(10 * MINUTE - 1);
    await expect(claim('a')).resolves.toBe(false);
    pass(1);
    await expect(claim('a')).resolves.toBe(true);
  });
});

describe('a secret', () => {
  it('stays the same in a process, and is another for each purpose and process', async () => {
    const [one, two] = [storeAt(), storeAt()];
    const secrets = await one.secrets('web');
    expect(secrets.map((secret) => Buffer.from(secret, 'base64url').length)).toEqual([32]);
    await expect(one.secrets('web')).resolves.toEqual(secrets);
    await expect(one.secrets('elders')).resolves.not.toEqual(secrets);
    await expect(two.secrets('web')).resolves.not.toEqual(secrets);
  });

  it('is another every half hour, and forgotten after an hour', async () => {
    const store = storeAt();
    const [first] = await store.secrets('web');
    store.pass(30 * MINUTE);
    const [second, ...before] = await store.secrets('web');
    expect(second).not.toBe(first);
    expect(before).toEqual([first]);
    store.pass(30 * MINUTE);
    const [, ...kept] = await store.secrets('web');
    expect(kept).toEqual([second]);
  });
});
