import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './kustomize.ts';

interface Locked {
  readonly integrity?: string;
  readonly dev?: true;
  readonly optional?: true;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

it('every package in the lock file has its integrity, but for builds of test tools for other machines', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const without = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== '' && integrity === undefined,
  );
  const isHere = ({ os = [], cpu = [] }: Locked) =>
    os.includes('linux') && (cpu.includes('x64') || cpu.includes('arm64'));
  const wrong = without.filter(
    ([, locked]) => locked.dev !== true || locked.optional !== true || isHere(locked),
  );
  expect(wrong.map(([path]) => path)).toEqual([]);
});
