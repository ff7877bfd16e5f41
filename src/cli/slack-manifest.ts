import { parseArgs } from 'node:util';
import { stringify } from 'yaml';

const USAGE = `Prints the manifest of the Slack app, to paste at https://api.slack.com/apps (see docs/slack.md).

  npm run --silent slack:manifest -- --url https://handreiking.example.org
  npm run --silent slack:manifest -- --socket

  --url URL   where Slack reaches the bot, without a path
  --socket    for Socket Mode: the bot reaches Slack, and needs no address
`;

async function main(): Promise<number> {
  const { manifest } = await import('../../adapters/slack/manifest.ts');
  const options = optionsOrUsage();
  if (options === undefined) return 1;
  process.stdout.write(stringify(manifest(options), { lineWidth: 0 }));
  return 0;
}

function optionsOrUsage(): { readonly url?: string } | undefined {
  try {
    const { values } = parseArgs({ options: { url: { type: 'string' }, socket: { type: 'boolean' } } });
    if (values.socket === true && values.url === undefined) return {};
    if (values.url !== undefined && values.socket !== true) return { url: origin(values.url) };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n`);
  }
  process.stderr.write(USAGE);
  return undefined;
}

/** Slack calls https only, and the path is the bot's own. */
function origin(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url?.protocol !== 'https:' || url.pathname !== '/') {
    throw new TypeError(
      '--url must be an https address without a path, like https://handreiking.example.org',
    );
  }
  return url.origin;
}

process.exitCode = await main();
