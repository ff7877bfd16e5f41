import { afterAll } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { StoreLocation } from '../../src/store/index.ts';
import { programs, startPostgres } from './postgres.ts';
import type { PrivatePostgres } from './postgres.ts';

/** The machine's own PostgreSQL, on which tests make schemas of their own. */
const OWN = 'postgres://root@127.0.0.1:5432/postgres';
const LOOK =
  "require('net').connect(5432,'127.0.0.1').once('connect',()=>process.exit(0)).once('error',()=>process.exit(1))";

const hasOwn = spawnSync(process.execPath, ['-e', LOOK]).status === 0;
const noPostgres = hasOwn || programs() !== undefined ? undefined : 'there is no PostgreSQL on this machine';
if (noPostgres !== undefined) process.stderr.write(`Tests with PostgreSQL are skipped: ${noPostgres}.\n`);

/** The kinds of database that this machine can test. */
export const KINDS: readonly StoreLocation['kind'][] =
  noPostgres === undefined ? ['sqlite', 'postgres'] : ['sqlite'];

/** Gives empty databases; what they take goes when the file of tests is done. */
export function createPlaces(): (kind: StoreLocation['kind']) => Promise<StoreLocation> {
  const clean: (() => void | Promise<void>)[] = [];
  let server: Promise<PrivatePostgres> | undefined;
  afterAll(async () => {
    for (const step of clean.reverse()) await step();
  }, 60_000);

  async function serverUrl(): Promise<string> {
    if (hasOwn) return OWN;
    server ??= startPostgres().then((started) => {
      if ('reason' in started) throw new Error(started.reason);
      clean.push(started.remove);
      return started;
    });
    return (await server).url;
  }

  return async (kind) => {
    if (kind === 'sqlite') {
      const directory = mkdtempSync(join(tmpdir(), 'handreiking-store-'));
      clean.push(() => {
        rmSync(directory, { recursive: true });
      });
      return { kind, directory };
    }
    const base = await serverUrl();
    const name = `handreiking_test_${randomBytes(6).toString('hex')}`;
    await administer(base, `create schema ${name}`);
    clean.push(() => administer(base, `drop schema ${name} cascade`));
    const url = new URL(base);
    url.searchParams.set('options', `-c search_path=${name}`);
    return { kind, url: url.href };
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
