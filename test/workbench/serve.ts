import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { REPLY_PREVIEWS } from '../../src/cli/reply-previews.ts';
import { startServer } from '../../src/server/index.ts';
import type { Log } from '../../src/shared/log.ts';
import { createWorkbench } from '../../src/workbench/index.ts';
import type { WorkbenchParts } from '../../src/workbench/index.ts';

/** The small guidance that most tests of the workbench edit. */
export const SMALL = join(import.meta.dirname, '../fixtures/small-guidance');

/** A workbench on a free port, for a copy of a knowledge directory that a test may change. */
export async function serveWorkbench(parts: Partial<WorkbenchParts> & { readonly source?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'werkbank-'));
  const { source = SMALL, ...own } = parts;
  cpSync(source, folder, { recursive: true });
  const lines: string[] = [];
  const write: Log['info'] = (fields, message) => void lines.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = { info: write, warn: write, error: write };
  const workbench = createWorkbench({
    directory: folder,
    channelTexts: CHANNEL_TEXTS,
    previews: REPLY_PREVIEWS,
    log,
    ...own,
  });
  const close = async () => {
    await workbench.stop();
    rmSync(folder, { recursive: true });
  };
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    channels: [{ name: 'werkbank', notReady: () => undefined, routes: { '/': workbench.listener } }],
    log,
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const address = `http://127.0.0.1:${server.port}`;
  return {
    folder,
    port: server.port,
    /** For a browser. */
    base: `http://localhost:${server.port}`,
    /** What was logged. */
    lines,
    textOf: (path: string) => readFileSync(join(folder, path), 'utf8'),
    get: (path: string, init: RequestInit = {}) => fetch(`${address}${path}`, init),
    /** What a form does; a list is a field that is sent more than once. Does not follow the redirect. */
    submit: (path: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
      const pairs = Object.entries(fields).flatMap(([name, value]) =>
        (typeof value === 'string' ? [value] : value).map((one) => [name, one] as [string, string]),
      );
      return fetch(`${address}${path}`, {
        method: 'POST',
        body: new URLSearchParams(pairs),
        redirect: 'manual',
      });
    },
    stop: async () => {
      await server.stop();
      await close();
    },
  };
}

export type ServedWorkbench = Awaited<ReturnType<typeof serveWorkbench>>;

/** Stops a workbench after some work, also when that fails, and returns the result of the work. */
export async function withWorkbench<T>(
  parts: Parameters<typeof serveWorkbench>[0],
  work: (workbench: ServedWorkbench) => Promise<T>,
): Promise<T> {
  const workbench = await serveWorkbench(parts);
  try {
    return await work(workbench);
  } finally {
    await workbench.stop();
  }
}
