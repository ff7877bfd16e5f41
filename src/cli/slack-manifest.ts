import { stringify } from 'yaml';
import { readOptions, usageError } from './options.ts';
import { runCommand } from './run-command.ts';

const USAGE = `Prints the manifest of the Slack app, to paste at https://api.slack.com/apps (see docs/slack.md).

  npm run --silent slack:manifest -- --url https://handreiking.example.org
  npm run --silent slack:manifest -- --socket

  --url URL   where Slack reaches the bot, without a path
  --socket    for Socket Mode: the bot reaches Slack, and needs no address
`;

const OPTIONS = { url: { type: 'string' }, socket: { type: 'boolean' } } as const;

async function main(): Promise<number> {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'en' });
  if (typeof called === 'number') return called;
  const { url, socket = false } = called.values;
  if (socket === (url !== undefined)) return usageError(USAGE, ['Give --url or --socket, one of the two.']);
  const reached = url === undefined ? undefined : originOf(url);
  if (url !== undefined && reached === undefined) return usageError(USAGE, [NO_ADDRESS]);
  const { manifest } = await import('../../adapters/slack/manifest.ts');
  process.stdout.write(stringify(manifest(reached === undefined ? {} : { url: reached }), { lineWidth: 0 }));
  return 0;
}

const NO_ADDRESS = '--url must be an https address without a path, like https://handreiking.example.org';

/** Slack calls https only, and the path is the bot's own. */
function originOf(written: string): string | undefined {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  return url?.protocol === 'https:' && url.pathname === '/' ? url.origin : undefined;
}

process.exitCode = await runCommand(main);
