import { converse } from '../../adapters/terminal/index.ts';
import { render } from '../../adapters/terminal/render.ts';
import { createAssistant } from '../assistant/index.ts';
import { createAsker } from '../core/index.ts';
import { createFileCache, loadChecked } from '../knowledge/index.ts';
import type { Asker } from '../core/index.ts';
import { answerLines } from './jsonl.ts';
import { knowledgeDirectory } from './knowledge-option.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { why } from './why.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';

const USAGE = `Gebruik: npm run --silent ask -- [opties] ["je vraag"]

  zonder vraag     een gesprek (pijltje omhoog: vorige vraag, stop of Ctrl-D: stoppen)
  --why            laat ook zien waarop het antwoord is gevonden
  --jsonl          leest regels JSON van de standaardinvoer: {"text": "...", "conversation": "..."}
  --knowledge MAP  neemt de kennis uit deze map
  --help           deze uitleg
`;

const OPTIONS = {
  why: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  knowledge: { type: 'string' },
} as const;

async function main(): Promise<number> {
  const called = readOptions({ options: OPTIONS, takesWords: true, usage: USAGE, language: 'nl' });
  if (typeof called === 'number') return called;
  const { values, positionals } = called;
  const knowledge = loadChecked(knowledgeDirectory(values.knowledge), CHANNEL_TEXTS);
  const asker = createAsker(knowledge, createFileCache());
  if (values.jsonl === true) return answerLines(asker, process.stdin, process.stdout);
  if (positionals.length > 0) answerOne(asker, positionals.join(' '), values.why === true);
  else
    await converse(createAssistant({ asker, channel: 'terminal' }), {
      input: process.stdin,
      output: process.stdout,
    });
  return 0;
}

function answerOne(asker: Asker, text: string, withReasons: boolean): void {
  const explained = asker.explain({ text });
  const colour = process.stdout.isTTY && !('NO_COLOR' in process.env);
  process.stdout.write(`${render(explained.reply, { colour, numbers: false }).text}\n`);
  if (withReasons) process.stdout.write(`\n${why(explained, asker.entries)}\n`);
}

// A reader that stops early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await runCommand(main);
