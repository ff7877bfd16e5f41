import { join } from 'node:path';
import {
  addEntry,
  entriesOf,
  fileForEntry,
  guidanceFacts,
  NO_FIELDS,
  proposeId,
  textOfFile,
  UneditableFileError,
  withEdits,
} from '../../knowledge/edit/index.ts';
import type { EntryFields, FileEntry, Wording } from '../../knowledge/edit/index.ts';
import { checkFiles, collapse, readFiles, readSource, severityOf } from '../../knowledge/index.ts';
import type { Source } from '../../knowledge/index.ts';
import { CHANNEL_TEXTS } from '../channel-texts.ts';
import { knowledgeDirectory } from '../knowledge-option.ts';
import { readOptions } from '../options.ts';
import { writeOutput } from '../write-output.ts';
import { readAnswers } from './answers.ts';
import type { Answers } from './answers.ts';
import { chooseGuidance } from './choose-guidance.ts';
import { formatReport } from './report.ts';

const OPTIONS = { knowledge: { type: 'string' }, handreiking: { type: 'string' } } as const;
const USAGE = `Gebruik: npm run redactie -- nieuw [opties]

Vraagt je om een nieuwe vraag met het antwoord, laat zien wat de controle ervan vindt, en zet die in de bestanden.
Een leeg antwoord slaat over.

  --handreiking MAP  bij welke handreiking, als er meer zijn
  --knowledge MAP    de kennis in deze map
`;
/** Sentences that a search shows. */
const SHOWN = 9;
const MOST = 3;

/** Asks for a new entry and writes it. Returns the exit status: 1 when it was not saved. */
export async function run(args: readonly string[]): Promise<number> {
  const called = readOptions({ options: OPTIONS, usage: USAGE, language: 'nl' }, args);
  if (typeof called === 'number') return called;
  const directory = knowledgeDirectory(called.values.knowledge);
  const { files, slugs } = readFiles(directory);
  const folder = chooseGuidance(slugs, called.values.handreiking);
  // Before the first question: says which file nothing can be added to.
  const entries = entriesOf(files, folder);
  const facts = guidanceFacts(files, folder);
  const source = readSource(textOfFile(files, `${folder}/bron.txt`), facts.language);
  const answers = readAnswers();
  try {
    const fields = await askEntry(answers, { entries, source, hasEnglish: facts.hasEnglish });
    return await save(answers, { directory, folder, fields });
  } finally {
    answers.close();
  }
}

interface Answered {
  readonly directory: string;
  readonly folder: string;
  readonly fields: EntryFields;
}

/** Shows what the check says of an entry and writes it. Reads the files each time: others edit them too. */
async function save({ ask }: Pick<Answers, 'ask'>, { directory, folder, fields }: Answered): Promise<number> {
  const isYes = async (question: string) => /^ja?$/i.test(await ask(`${question} (ja/nee)`));
  const added = () => {
    const found = readFiles(directory);
    const file = fileForEntry(entriesOf(found.files, folder), folder, fields);
    return { found, edits: addEntry(found.files, file, fields) };
  };
  try {
    const { found, edits } = added();
    const own = checkFiles({ ...found, files: withEdits(found.files, edits) }, CHANNEL_TEXTS)
      .problems()
      .filter(({ entry, file }) => entry === fields.id && file.startsWith(`${folder}/`));
    process.stdout.write(`\n${formatReport(own, [], undefined)}\n`);
    const hasErrors = own.some(({ kind }) => severityOf(kind) === 'fout');
    if (await isYes(hasErrors ? 'Er zijn fouten. Toch opslaan?' : 'Opslaan?')) {
      const now = added().edits;
      for (const [path, text] of now) if (text !== undefined) writeOutput(join(directory, path), text, 'nl');
      process.stdout.write(`Opgeslagen als “${fields.id}” in ${[...now.keys()].join(', ')}.\n`);
      return 0;
    }
  } catch (error) {
    if (!(error instanceof UneditableFileError)) throw error;
    process.stdout.write(`${error.message}\n`);
    if (await isYes('Is dat hersteld? Dan opnieuw proberen?'))
      return save({ ask }, { directory, folder, fields });
  }
  process.stdout.write('Er is niets opgeslagen.\n');
  return 1;
}

interface About {
  readonly entries: readonly FileEntry[];
  readonly source: Source;
  readonly hasEnglish: boolean;
}

async function askEntry({ ask, askAll }: Answers, about: About): Promise<EntryFields> {
  const { entries, source, hasEnglish } = about;
  const vraag = await ask('De vraag, kort en duidelijk:');
  const varianten = await askAll('Een andere manier om dit te vragen:');
  const isAnswered = !/^n/i.test(await ask('Zegt de bron er iets over? (ja/nee)'));
  const kop = isAnswered ? await ask('Kop boven het antwoord, hoogstens 60 tekens:') : '';
  const antwoord = await ask('De uitleg, hoogstens twee korte zinnen:');
  const citaten = await pick(ask, 'Een citaat: typ een paar woorden ervan:', source.sentences);
  const elders = isAnswered ? '' : await ask('Waar mensen het wel vinden:');
  const topics = entries.flatMap(({ data }) =>
    typeof data['onderwerp'] === 'string' ? [data['onderwerp']] : [],
  );
  const onderwerp = await ask(`Het onderwerp (${[...new Set(topics)].join(', ')}):`);
  const questions = new Map(
    entries.flatMap(({ id, data }) =>
      typeof data['vraag'] === 'string' ? [[data['vraag'], id] as const] : [],
    ),
  );
  const related = await pick(ask, 'Een vraag onder “Zie ook”: typ een paar woorden ervan:', [
    ...questions.keys(),
  ]);
  const en = hasEnglish ? await askEnglish({ ask, askAll }, isAnswered) : NO_FIELDS.en;
  const proposal = proposeId(
    vraag,
    entries.map(({ id }) => id),
  );
  const id = await ask(`De vaste naam (leeg: ${proposal}):`);
  return {
    ...NO_FIELDS,
    id: id === '' ? proposal : id,
    soort: isAnswered ? '' : 'niet-behandeld',
    onderwerp,
    vraag,
    varianten,
    kop,
    antwoord,
    citaten,
    elders,
    verwant: related.flatMap((question) => questions.get(question) ?? []),
    en,
  };
}

async function askEnglish(
  { ask, askAll }: Pick<Answers, 'ask' | 'askAll'>,
  isAnswered: boolean,
): Promise<Wording> {
  const vraag = await ask('De vraag in het Engels (leeg: geen Engels):');
  if (vraag === '') return NO_FIELDS.en;
  return {
    vraag,
    varianten: await askAll('Een andere manier om dit in het Engels te vragen:'),
    kop: isAnswered ? await ask('De kop in het Engels:') : '',
    antwoord: await ask('De uitleg in het Engels:'),
    elders: isAnswered ? '' : await ask('Waar mensen het wel vinden, in het Engels:'),
  };
}

/** Lets an editor search a list and choose from what was found, until an empty answer or enough. */
async function pick(
  ask: Answers['ask'],
  question: string,
  all: readonly string[],
): Promise<readonly string[]> {
  const chosen: string[] = [];
  while (chosen.length < MOST) {
    const typed = await ask(question);
    if (typed === '') break;
    const words = collapse(typed).toLowerCase().split(' ');
    const found = all
      .filter((one) => words.every((word) => one.toLowerCase().includes(word)))
      .slice(0, SHOWN);
    if (found.length === 0) {
      process.stdout.write('  Niets gevonden. Probeer minder woorden.\n');
      continue;
    }
    process.stdout.write(found.map((one, index) => `  ${index + 1}. ${one}\n`).join(''));
    const picked = found[Number(await ask('  Welk nummer? (leeg: geen)')) - 1];
    if (picked !== undefined && !chosen.includes(picked)) chosen.push(picked);
  }
  return chosen;
}
