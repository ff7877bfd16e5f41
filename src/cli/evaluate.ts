import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { createMasker } from '../assistant/index.ts';
import { createAsker } from '../core/index.ts';
import type { Knowledge } from '../core/index.ts';
import { createFileCache, loadChecked } from '../knowledge/index.ts';
import { figuresOf } from '../evaluation/figures.ts';
import { readQuestionSet, readSentences } from '../evaluation/question-set.ts';
import { readInvarianceLists } from '../evaluation/invariance-lists.ts';
import { invarianceTable, measureInvariance } from '../evaluation/invariance.ts';
import { alteredTexts, readPersonalTexts, textsWithLeak } from '../evaluation/masking.ts';
import { report, shortfalls } from '../evaluation/report.ts';
import { readRounds } from '../evaluation/rounds.ts';
import { scoreSet } from '../evaluation/score.ts';
import { knowledgeDirectory } from './knowledge-option.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';

const QUESTIONS = join(import.meta.dirname, '../../test/questions');
const OPTIONS = {
  set: { type: 'string', multiple: true },
  sentences: { type: 'string', default: join(QUESTIONS, 'zinnen.yaml') },
  knowledge: { type: 'string' },
  json: { type: 'boolean' },
  gate: { type: 'boolean' },
  invariance: { type: 'boolean' },
  bad: { type: 'boolean' },
  masking: { type: 'boolean' },
} as const;
const USAGE = `Gebruik: npm run evaluate -- [opties]

  --set BESTAND        vragen met labels (mag vaker; standaard test/questions/ontwikkelset.yaml)
  --sentences BESTAND  de genummerde zinnen waar de labels naar wijzen
  --knowledge MAP      de kennis waaraan gevraagd wordt
  --json               cijfers en alle uitkomsten als JSON
  --invariance         hetzelfde onderwerp op andere manieren gevraagd (test/questions/invariantie.yaml)
  --bad                met --invariance of --masking: wat niet goed ging
  --masking            wat de bot van een vraag laat staan die hij bewaart (test/questions/persoonsgegevens.yaml)
  --gate               faalt als een cijfer slechter is dan in test/questions/gate.json
`;

const gateFile = z.record(z.string(), z.record(z.string(), z.number()));

function main(): number {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' });
  if (typeof called === 'number') return called;
  const { values } = called;
  const knowledge = loadChecked(knowledgeDirectory(values.knowledge), CHANNEL_TEXTS);
  if (values.masking === true) {
    process.stdout.write(maskingReport(knowledge, values.bad === true));
    return 0;
  }
  const asker = createAsker(knowledge, createFileCache());
  if (values.invariance === true) {
    const items = measureInvariance(asker, readInvarianceLists(join(QUESTIONS, 'invariantie.yaml')));
    if (values.bad === true) {
      for (const { relation, outcome, text, reply } of items.filter((item) => item.outcome !== 'right'))
        process.stdout.write(
          `${outcome} [${relation}] ${JSON.stringify(text)}: ${reply.kind} ${reply.entry ?? ''}\n`,
        );
    }
    process.stdout.write(`${invarianceTable(items)}\n`);
    return 0;
  }
  const sentences = readSentences(values.sentences);
  const gates =
    values.gate === true
      ? gateFile.parse(JSON.parse(readFileSync(join(QUESTIONS, 'gate.json'), 'utf8')))
      : {};
  const files =
    values.set ??
    (values.gate === true
      ? Object.keys(gates).map((name) => join(QUESTIONS, name))
      : [join(QUESTIONS, 'ontwikkelset.yaml')]);
  let short = 0;
  for (const file of files) {
    const scored = scoreSet(asker, readQuestionSet(file), sentences);
    const figures = figuresOf(scored);
    if (values.json === true) {
      const items = scored.map(({ item, explained, outcome }) => ({
        ...item,
        outcome,
        kind: explained.reply.kind,
        matches: explained.matches.slice(0, 3),
      }));
      process.stdout.write(`${JSON.stringify({ set: basename(file), figures, items })}\n`);
    } else process.stdout.write(`${report(basename(file), scored)}\n`);
    const shorts = shortfalls(figures, gates[basename(file)] ?? {});
    for (const line of shorts) process.stderr.write(`Te laag: ${basename(file)} ${line}\n`);
    short += shorts.length;
  }
  return short === 0 ? 0 : 1;
}

/** Shares of texts in which masking leaves something, and of questions that it changes although they have nothing. */
function maskingReport(knowledge: Knowledge, isDetailed: boolean): string {
  const mask = createMasker(() => knowledge);
  const texts = readPersonalTexts(join(QUESTIONS, 'persoonsgegevens.yaml'));
  const personal = texts.filter(({ secrets }) => secrets.length > 0);
  const plain = texts.filter(({ secrets }) => secrets.length === 0).map(({ text }) => text);
  const questions = readRounds().flatMap(({ items }) => items.map(({ q }) => q));
  const left = textsWithLeak(mask, personal).map(({ text }) => text);
  const [altered, alteredQuestions] = [alteredTexts(mask, plain), alteredTexts(mask, questions)];
  const share = (part: readonly unknown[], all: readonly unknown[]) =>
    `${part.length}/${all.length} (${((100 * part.length) / all.length).toFixed(1)} %)`;
  const details = [...left, ...altered, ...alteredQuestions].map(
    (text) => `${JSON.stringify(text)}: ${JSON.stringify(mask(text))}\n`,
  );
  return `${isDetailed ? details.join('') : ''}left: ${share(left, personal)}
altered without need: ${share(altered, plain)}
altered questions of the rounds: ${share(alteredQuestions, questions)}
`;
}

process.exitCode = await runCommand(main);
