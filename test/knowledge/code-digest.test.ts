import { afterAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coreDigest, digestOf } from '../../src/knowledge/code-digest.ts';

const CORE = join(import.meta.dirname, '../../src/core');
const folder = mkdtempSync(join(tmpdir(), 'code-digest-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The digest of a copy of the core after a change. */
function digestAfter(change: (core: string) => void): string {
  const copy = mkdtempSync(join(folder, 'core-'));
  cpSync(CORE, copy, { recursive: true });
  change(copy);
  return digestOf(copy);
}

describe('the digest of the code that fits the model', () => {
  it('is that of the sources of the core', () => {
    expect(coreDigest()).toBe(digestOf(CORE));
  });

  it('is the same for the same files in another folder', () => {
    expect(digestAfter(() => undefined)).toBe(coreDigest());
  });

  it('changes with every file, and with its place', () => {
    const changed = digestAfter((core) => {
      appendFileSync(join(core, 'question/stem.ts'), '\n');
    });
    const added = digestAfter((core) => {
      writeFileSync(join(core, 'match/new.ts'), '');
    });
    const moved = digestAfter((core) => {
      renameSync(join(core, 'match/bag.ts'), join(core, 'question/bag.ts'));
    });
    expect(new Set([coreDigest(), changed, added, moved]).size).toBe(4);
  });
});
