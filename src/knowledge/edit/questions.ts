import { CHECKLIST_ID } from '../../core/index.ts';
import { OUT_OF_SCOPE, UNANSWERED } from '../practice-ids.ts';
import { sameText } from '../check-entries.ts';
import type { Files } from '../files.ts';
import { isList, isMapping } from './draw.ts';
import type { DataMap } from './draw.ts';
import {
  commonestFile,
  dataOf,
  editFile,
  entriesOf,
  filesOfKind,
  findFileEntry,
  itemsOf,
} from './entry-files.ts';
import type { TextEdits } from './entry-files.ts';
import { saveEntry } from './entries.ts';
import { fieldsOfEntry } from './entry-fields.ts';

const NOTHING: TextEdits = new Map();
/** The files of practice questions that are about no entry of a file, by what stands behind `bij`. */
const FILE_OF: ReadonlyMap<string, string> = new Map([
  [OUT_OF_SCOPE, 'buiten-onderwerp.yaml'],
  [UNANSWERED, 'staat-er-niet-in.yaml'],
  [CHECKLIST_ID, 'zelfcheck.yaml'],
]);
const SMALL_TALK = 'gesprek.yaml';

/**
 * Returns the edits that add a variant to an entry or to the self-check (`id` is `zelfcheck`); none when it has the same
 * text already. `isEnglish`: to its part in English.
 * @throws {TypeError} when there is no such entry, or it has no part in English
 * @throws {UneditableFileError} when a file cannot hold it
 */
export function addVariant(
  files: Files,
  folder: string,
  id: string,
  text: string,
  isEnglish = false,
): TextEdits {
  const found = findFileEntry(files, folder, id);
  if (found === undefined && id === CHECKLIST_ID)
    return addToChecklist(files, `${folder}/zelfcheck.yaml`, text, isEnglish);
  if (found === undefined) throw new TypeError(`no entry ${id}`);
  const fields = fieldsOfEntry(found.data);
  const part = isEnglish ? fields.en : fields;
  if (part.vraag === '') throw new TypeError(`${id} is not in this language`);
  if (hasText([part.vraag, ...part.varianten], text)) return NOTHING;
  const varianten = [...part.varianten, text];
  return saveEntry(files, folder, id, {
    ...fields,
    ...(isEnglish ? { en: { ...fields.en, varianten } } : { varianten }),
  });
}

function addToChecklist(files: Files, path: string, text: string, isEnglish: boolean): TextEdits {
  const data = dataOf(files, path);
  const part = isMapping(data) ? (isEnglish ? data['en'] : data) : undefined;
  if (!isMapping(data) || !isMapping(part)) throw new TypeError('no self-check in this language');
  const variants = isList(part['varianten']) ? part['varianten'].map(String) : [];
  if (hasText(variants, text)) return NOTHING;
  const changed: DataMap = { ...part, varianten: [...variants, text] };
  return editFile(files, path, isEnglish ? { ...data, en: changed } : changed);
}

/**
 * Returns the edits that add a practice question to an entry, also one of the shared small talk, to none (`undefined`), or to
 * “staat-er-niet-in”: where the entry has some already, else in the file that is named as the one of its entry. None when
 * it is there already. @throws {UneditableFileError} when a file cannot hold it
 */
export function addPracticeQuestion(
  files: Files,
  folder: string,
  id: string | undefined,
  text: string,
): TextEdits {
  const bij = id ?? OUT_OF_SCOPE;
  const groups = filesOfKind(files, folder, 'praktijkvragen', bij)
    .flatMap((path) => itemsOf(files, path).map((item, at, items) => ({ path, item, at, items })))
    .filter(({ item }) => item['bij'] === bij);
  const questionsIn = ({ vragen }: DataMap) => (isList(vragen) ? vragen.map(String) : []);
  if (
    hasText(
      groups.flatMap(({ item }) => questionsIn(item)),
      text,
    )
  )
    return NOTHING;
  const last = groups.at(-1);
  if (last !== undefined) {
    const { path, item, at, items } = last;
    return editFile(files, path, items.with(at, { ...item, vragen: [...questionsIn(item), text] }));
  }
  const entryFile = id === undefined ? undefined : findFileEntry(files, folder, id)?.file;
  const name =
    entryFile === undefined
      ? (FILE_OF.get(bij) ?? SMALL_TALK)
      : entryFile.slice(entryFile.lastIndexOf('/') + 1);
  return append(files, `${folder}/praktijkvragen/${name}`, { bij, vragen: [text] });
}

/**
 * Returns the edits that add a test question that should find one of `ids`; none: the bot should not understand it. It
 * comes in the file with most test questions of its kind. None when it is there already.
 * @throws {UneditableFileError} when a file of the guidance is no list
 */
export function addTestQuestion(
  files: Files,
  folder: string,
  ids: readonly string[],
  text: string,
): TextEdits {
  const paths = filesOfKind(files, folder, 'proefvragen');
  const all = paths.flatMap((file) => itemsOf(files, file).map((item) => ({ file, ...questionOf(item) })));
  if (
    hasText(
      all.map(({ vraag }) => vraag),
      text,
    )
  )
    return NOTHING;
  const kinds = new Map(entriesOf(files, folder).map(({ id, data }) => [id, data['soort']]));
  const kindOf = ([id]: readonly string[]) => (id === undefined ? 'buiten' : (kinds.get(id) ?? 'antwoord'));
  const alike = all.filter(({ bij }) => kindOf(bij) === kindOf(ids));
  const [only] = ids;
  const expected: DataMap =
    ids.length === 0 ? { buiten: true } : { bij: ids.length === 1 ? (only ?? '') : ids };
  return append(files, commonestFile(alike) ?? `${folder}/proefvragen/eigen.yaml`, {
    vraag: text,
    ...expected,
  });
}

function questionOf({ vraag, bij }: DataMap): { readonly vraag: string; readonly bij: readonly string[] } {
  const texts = [vraag, ...(isList(bij) ? bij : [bij])].map((one) => (typeof one === 'string' ? one : ''));
  return { vraag: texts[0] ?? '', bij: texts.slice(1).filter((one) => one !== '') };
}

function append(files: Files, path: string, item: DataMap): TextEdits {
  return editFile(files, path, [...itemsOf(files, path), item]);
}

function hasText(texts: readonly string[], text: string): boolean {
  return texts.some((one) => sameText(one) === sameText(text));
}
