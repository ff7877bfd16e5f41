import { converse } from '../adapters/terminal/index.ts';
import { createAssistant } from './assistant/index.ts';
import { knowledgeDirectory, knowledgeOrAdvice } from './cli/knowledge-option.ts';
import { createAsker } from './core/index.ts';
import { createFileCache } from './model-cache.ts';

/** The composition root: knowledge -> core -> conversation -> channels. */
async function main(): Promise<number> {
  const directory = knowledgeDirectory(undefined);
  const knowledge = knowledgeOrAdvice(directory);
  if (knowledge === undefined) return 1;
  const { ask } = createAsker(knowledge, createFileCache());
  process.stdout.write(
    `${status(
      knowledge.guidances.map(({ title }) => title),
      directory,
    )}\n\n`,
  );
  await converse(createAssistant(ask), { input: process.stdin, output: process.stdout });
  return 0;
}

/** What is on, what is off and how to turn it on. */
function status(titles: readonly string[], directory: string): string {
  return [
    'Handreiking-bot',
    `  aan   kennis: ${titles.join('; ')}`,
    `        (uit ${directory}; een andere map: KNOWLEDGE_DIR=/pad/naar/kennis npm start)`,
    '  aan   gesprek in dit venster (Ctrl-D: stoppen)',
    '  uit   Slack en Teams: die kanalen zitten nog niet in deze versie',
    '',
    'Typ je vraag, of: help, onderwerpen, zelfcheck, over.',
  ].join('\n');
}

process.exitCode = await main();
