import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { createMasker } from '../assistant/index.ts';
import { createAsker, shortestIds } from '../core/index.ts';
import type { Asker, Knowledge } from '../core/index.ts';
import { createFileCache, loadChecked } from '../knowledge/index.ts';
import { figuresOf } from '../evaluation/figures.ts';
import { readSentences } from '../evaluation/question-set.ts';
import { readInvarianceLists } from '../evaluation/invariance-lists.ts';
import { invarianceFigures, invarianceTable, measureInvariance } from '../evaluation/invariance.ts';
import { alteredTexts, readPersonalTexts, textsWithLeak } from '../evaluation/masking.ts';
import { SENTENCES } from '../evaluation/round-sentences.ts';
import { foldsOfRounds, FIRST_PLAIN_ROUND, readRounds } from '../evaluation/rounds.ts';
import { figureTable, report, shortfalls } from '../evaluation/report.ts';
import { scoreSet } from '../evaluation/score.ts';
import { QUESTIONS, readSets, requireSentences } from './question-sets.ts';
import { knowledgeDirectory } from './knowledge-option.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { CHANNEL_TEXTS } from './channel-texts.ts';

const OPTIONS = {
  set: { type: 'string', multiple: true },
  sentences: { type: 'string', default: join(QUESTIONS, 'zinnen.yaml') },
  knowledge: { type: 'string' },
  json: { type: 'boolean' },
  gate: { type: 'boolean' },
  invariance: { type: 'boolean' },
  bad: { type: 'boolean' },
  pooled: { type: 'boolean' },
  masking: { type: 'boolean' },
} as const;
const USAGE = `Gebruik: npm run evaluate -- [opties]

  --set BESTAND        vragen met labels (mag vaker; standaard test/questions/ontwikkelset.yaml)
  --sentences BESTAND  de genummerde zinnen waar de labels naar wijzen
  --knowledge MAP      de kennis waaraan gevraagd wordt; zonder --set: haar eigen proefvragen
  --json               cijfers en alle uitkomsten als JSON
  --invariance         hetzelfde onderwerp op andere manieren gevraagd (test/questions/invariantie*.yaml)
  --pooled             alle rondes vanaf 13, elk aan een bot die er niet van leerde (een minuut)
  --bad                met --invariance of --masking: wat niet goed ging
  --masking            wat de bot van een vraag laat staan die hij bewaart (test/questions/persoonsgegevens.yaml)
  --gate               faalt als een cijfer slechter is dan in test/questions/gate.json
`;

/** Lists that were looked at, and last one that was not. */
const INVARIANCE = [1, 2, 3, 4, 5].map((number) => `invariantie${number === 1 ? '' : `-${number}`}.yaml`);

const gateFile = z.record(z.string(), z.record(z.string(), z.number()));

type Bounds = Readonly<Record<string, number>>;

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
  const idOf = shortestIds(asker.entries);
  if (values.invariance === true) {
    for (const file of INVARIANCE) process.stdout.write(invarianceReport(asker, file, values.bad === true));
    return 0;
  }
  if (values.pooled === true) {
    process.stdout.write(`${pooledReport()}\n`);
    return 0;
  }
  const gates =
    values.gate === true
      ? gateFile.parse(JSON.parse(readFileSync(join(QUESTIONS, 'gate.json'), 'utf8')))
      : {};
  const sentences = readSentences(values.sentences);
  let short = 0;
  for (const { name, items } of readSets(
    values,
    Object.keys(gates).filter((name) => !INVARIANCE.includes(name)),
  )) {
    requireSentences(items, sentences, knowledge);
    const scored = scoreSet(asker, items, sentences);
    const figures = figuresOf(scored);
    if (values.json === true) {
      const results = scored.map(({ item, explained, outcome }) => ({
        ...item,
        ...(item.entries !== undefined && { entries: item.entries.map(idOf) }),
        outcome,
        kind: explained.reply.kind,
        matches: explained.matches.slice(0, 3).map((match) => ({ ...match, entry: idOf(match.entry) })),
      }));
      process.stdout.write(`${JSON.stringify({ set: name, figures, items: results })}\n`);
    } else process.stdout.write(`${report(name, scored, idOf)}\n`);
    short += tellShortfalls(name, figures, gates[name]);
  }
  for (const file of INVARIANCE.filter((name) => name in gates)) {
    const figures = invarianceFigures(measureInvariance(asker, readInvarianceLists(join(QUESTIONS, file))));
    short += tellShortfalls(file, figures, gates[file]);
  }
  return short === 0 ? 0 : 1;
}

/** Tells which figures are worse than the gate has them, and returns how many. */
function tellShortfalls(name: string, figures: Bounds, gate: Bounds = {}): number {
  const shorts = shortfalls(figures, gate);
  for (const line of shorts) process.stderr.write(`Te laag: ${name} ${line}\n`);
  return shorts.length;
}

/** The table of the lists in a file, under what did not go well. */
function invarianceReport(asker: Asker, file: string, isDetailed: boolean): string {
  const items = measureInvariance(asker, readInvarianceLists(join(QUESTIONS, file)));
  const idOf = shortestIds(asker.entries);
  const bad = items
    .filter(({ outcome }) => isDetailed && outcome !== 'right')
    .map(
      ({ relation, outcome, text, reply }) =>
        `${outcome} [${relation}] ${JSON.stringify(text)}: ${reply.kind} ${idOf(reply.entry ?? '')}`,
    );
  return [file, ...bad, invarianceTable(items), ''].join('\n');
}

/** The figures of all rounds, each asked to a bot that did not learn from it. */
function pooledReport(): string {
  const scored = [...foldsOfRounds(CHANNEL_TEXTS)].flatMap(({ asker, rounds }) =>
    rounds.map(({ number, items }) => [number, scoreSet(asker, items, SENTENCES)] as const),
  );
  const from = (isIn: (round: number) => boolean) =>
    scored.filter(([number]) => isIn(number)).flatMap(([, own]) => own);
  const plain = from((round) => round >= FIRST_PLAIN_ROUND);
  const rich = from((round) => round < FIRST_PLAIN_ROUND);
  return [
    figureTable([[`gewoon (${plain.length})`, plain]]),
    figureTable([[`uitgebreid (${rich.length})`, rich]]),
    figureTable(scored.map(([number, own]) => [`ronde ${number}`, own] as const).sort(byRound)),
  ].join('\n\n');
}

function byRound([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a.localeCompare(b, 'nl', { numeric: true });
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
