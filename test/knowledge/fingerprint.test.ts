import { describe, expect, it } from '@jest/globals';
import { fingerprint, sha256 } from '../../src/knowledge/fingerprint.ts';

const files = (...entries: readonly (readonly [string, string])[]) =>
  new Map(entries.map(([path, text]) => [path, new TextEncoder().encode(text)]));

describe('the fingerprint of files', () => {
  it('is twelve hexadecimal digits, whatever the order of the files', () => {
    const [a, b] = [['a.yaml', 'x'] as const, ['b.yaml', 'y'] as const];
    expect(fingerprint(files(a, b))).toMatch(/^[0-9a-f]{12}$/);
    expect(fingerprint(files(b, a))).toBe(fingerprint(files(a, b)));
  });

  it('differs with a byte, a name, a file more and a text in another file', () => {
    const all = [
      files(),
      files(['a', 'x']),
      files(['a', 'X']),
      files(['b', 'x']),
      files(['a', 'x'], ['b', '']),
      files(['a', ''], ['b', 'x']),
    ].map(fingerprint);
    expect(new Set(all).size).toBe(all.length);
  });

  // People see it in “over”, and compare it between installations.
  it('stays the same over releases', () => {
    expect(fingerprint(files(['a/bron.txt', 'één'], ['b.yaml', '']))).toBe('bc321af1ead6');
  });
});

describe('SHA-256', () => {
  it('is that of the bytes, and of the UTF-8 of a text', () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(sha256('')).toBe(empty);
    expect(sha256(new TextEncoder().encode('é'))).toBe(sha256('é'));
  });
});
