import { checkConfig } from './config-checks.ts';
import { exampleText, settingsText } from '../settings/print.ts';
import { readConfig } from '../settings/read.ts';
import { useProxy } from '../server/proxy.ts';
import { NO_LOG } from '../shared/log.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run-command.ts';

const OPTIONS = {
  example: { type: 'boolean' },
  offline: { type: 'boolean' },
} as const;
const USAGE = `Usage: npm run config -- [options]

  without options  shows what is set and what is off, and tries it: knowledge, database, Slack, Microsoft
  --offline        only shows, and reads the settings
  --example        prints .env.example
`;
const LABELS = { good: 'good', bad: 'BAD ', skipped: '-   ' } as const;

/** Status 1 when a setting is wrong or something that was tried does not work. */
async function main(): Promise<number> {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'en' });
  if (typeof called === 'number') return called;
  const { values } = called;
  if (values.example === true) {
    process.stdout.write(exampleText());
    return 0;
  }
  process.stdout.write(`${settingsText(process.env)}\n`);
  const config = readConfig(process.env);
  if (values.offline === true) return 0;
  useProxy(process.env, NO_LOG);
  const results = await checkConfig(config);
  for (const { part, outcome, text } of results)
    process.stdout.write(`${LABELS[outcome]} ${part}: ${text}\n`);
  return results.some(({ outcome }) => outcome === 'bad') ? 1 : 0;
}

process.exitCode = await runCommand(main);
