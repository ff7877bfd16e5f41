import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/knowledge/fingerprint.ts';
import { jsonSchemas } from '../../src/knowledge/json-schema.ts';
import { smallFile } from '../core/small-knowledge.ts';
import { runCli, writeSmallKnowledge } from './run.ts';

const OUTSIDE = 'Deze map bestaat niet.';

let folder = '';
beforeAll(() => {
  folder = writeSmallKnowledge();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const run = (...args: readonly string[]) => runCli('knowledge', ['--knowledge', folder, ...args]);

describe('npm run knowledge', () => {
  it('counts what is right, and shows what is unwise', () => {
    const { status, stdout, stderr } = run();
    expect([status, stdout]).toEqual([
      0,
      'Regels voor de stalling: 7 vragen en 4 praktijkvragen. Alles klopt.\n',
    ]);
    expect(stderr).toContain('Let op: fietsen/vragen/vragen.yaml:23 (open): Er zijn weinig varianten (2).');
  });

  it('fails on what is unwise with --strict', () => {
    expect(run('--strict').status).toBe(1);
  });

  it('prints every problem and fails', () => {
    const file = join(folder, 'fietsen/teksten.yaml');
    writeFileSync(file, 'nl:\n  welkon: Hoi\n  leeg: "{x}"\n');
    const { status, stdout, stderr } = run();
    rmSync(file);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      'De kennis heeft 2 problemen:',
      expect.stringContaining('- fietsen/teksten.yaml:2: De bot kent geen zin met de naam “welkon”.'),
    ]);
  });

  it('shows the fingerprint of each source with --hash, also when the knowledge has problems', () => {
    writeFileSync(join(folder, 'fietsen/kapot.yaml'), '[');
    const hash = sha256(smallFile('fietsen/bron.txt'));
    expect(run('--hash')).toEqual({ status: 0, stdout: `${hash}  fietsen/bron.txt\n`, stderr: '' });
  });

  it('writes the JSON Schemas with --schema', () => {
    mkdirSync(join(folder, 'schema'));
    expect(run('--schema')).toEqual({ status: 0, stdout: '', stderr: '' });
    const schemas = jsonSchemas();
    expect(readdirSync(join(folder, 'schema')).sort()).toEqual(Object.keys(schemas).sort());
    for (const [name, text] of Object.entries(schemas))
      expect(readFileSync(join(folder, 'schema', name), 'utf8')).toBe(text);
  });

  it.each([
    [[], OUTSIDE],
    [['--hash'], OUTSIDE],
    [['--schema'], 'kan niet worden geschreven (ENOENT).'],
  ])('of a directory that is not there fails in Dutch: %j', (args, advice) => {
    const { status, stderr } = runCli('knowledge', ['--knowledge', join(folder, 'nergens'), ...args]);
    expect(status).toBe(1);
    expect(stderr).toContain(advice);
    expect(stderr).not.toContain('    at ');
  });
});
