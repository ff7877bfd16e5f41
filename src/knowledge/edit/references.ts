import { isDeepStrictEqual } from 'node:util';
import type { Files } from '../files.ts';
import { isList, isMapping } from './draw.ts';
import type { Data, DataMap } from './draw.ts';
import { dataOf, editFile, filesOfKind, findFileEntry, textOfFile } from './entry-files.ts';
import type { TextEdits } from './entry-files.ts';
import { guidanceFacts } from './guidance-facts.ts';

/** Where an id of an entry can stand, besides the entry itself. */
export type ReferenceKind = 'verwant' | 'praktijkvragen' | 'proefvragen' | 'link';

/** What refers to an entry. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly file: string;
  /** The question of the entry that refers, or the questions that belong to the entry. */
  readonly texts: readonly string[];
}

/** The id of a guidance and an entry in the address of the entry's page. */
function linkTo(guidance: string, id: string): RegExp {
  const literal = `/vraag/${guidance}/${id}`.replaceAll('.', '\\.');
  return new RegExp(`${literal}(?![\\w.-]*\\w)`, 'g');
}

/** A file that holds an id, with its data. */
interface Place {
  readonly path: string;
  readonly data: Data;
}

function placesOf(files: Files, folder: string, id: string): Place[] {
  const paths = ['vragen', 'praktijkvragen', 'proefvragen'].flatMap((kind) =>
    filesOfKind(files, folder, kind, id),
  );
  const single = [`${folder}/zelfcheck.yaml`, `${folder}/teksten.yaml`].filter((path) =>
    textOfFile(files, path).includes(id),
  );
  return [...paths, ...single].map((path) => ({ path, data: dataOf(files, path) }));
}

/** Returns what refers to an entry, in the order of the files. @throws {UneditableFileError} when one is not YAML */
export function referencesTo(files: Files, folder: string, id: string): Reference[] {
  const link = linkTo(guidanceFacts(files, folder).name, id);
  return placesOf(files, folder, id).flatMap(({ path, data }): Reference[] =>
    (isList(data) ? data : [data]).filter(isMapping).flatMap((item): Reference[] => {
      const refer = (kind: ReferenceKind, texts: readonly string[]) => ({ kind, file: path, texts });
      const question = typeof item['vraag'] === 'string' ? item['vraag'] : path;
      const isRelated = isList(item['verwant']) && item['verwant'].includes(id);
      const isExpected = [item['bij']].flat().includes(id);
      const practice =
        isList(item['vragen']) && item['bij'] !== undefined ? item['vragen'].map(String) : undefined;
      return [
        ...(isRelated ? [refer('verwant', [question])] : []),
        ...(isExpected && practice !== undefined ? [refer('praktijkvragen', practice)] : []),
        ...(isExpected && practice === undefined ? [refer('proefvragen', [question])] : []),
        ...(JSON.stringify(item).search(link) >= 0 ? [refer('link', [question])] : []),
      ];
    }),
  );
}

/**
 * Gives an entry another id, everywhere in its guidance: related questions, practice and test questions, and links to its
 * page. @throws {UneditableFileError} when a file that holds its id is not YAML, or cannot hold the other one
 */
export function renameEntry(files: Files, folder: string, id: string, to: string): TextEdits {
  const guidance = guidanceFacts(files, folder).name;
  const link = linkTo(guidance, id);
  const rename = (data: Data, key = ''): Data => {
    if (isList(data)) return data.map((item) => rename(item, key));
    if (isMapping(data)) return mapValues(data, (value, name) => rename(value, name));
    if (typeof data !== 'string') return data;
    if (['id', 'verwant', 'bij'].includes(key)) return data === id ? to : data;
    return data.replace(link, `/vraag/${guidance}/${to}`);
  };
  return rewritten(files, placesOf(files, folder, id), (data) => rename(data));
}

/**
 * Takes an entry away, with what refers to it; links in texts stay. Its practice and test questions go away too, or to the
 * entry `moveTo`. @throws {UneditableFileError} when a file that holds its id is not YAML, or cannot do without
 */
export function removeEntry(files: Files, folder: string, id: string, moveTo?: string): TextEdits {
  const own = findFileEntry(files, folder, id);
  const clean = (item: Data): readonly Data[] => {
    if (!isMapping(item)) return [item];
    const related = withoutRelated(item, id, moveTo);
    if (![item['bij']].flat().includes(id)) return [related];
    if (moveTo !== undefined) return [{ ...item, bij: moved(item['bij'] ?? null, id, moveTo) }];
    const others = [item['bij']].flat().filter((one) => one !== id && one !== undefined) as Data[];
    return others.length === 0 ? [] : [{ ...item, bij: others.length === 1 ? (others[0] ?? null) : others }];
  };
  return rewritten(files, placesOf(files, folder, id), (data, path) => {
    if (!isList(data)) return clean(data)[0] ?? data;
    return data.flatMap((item, at) => (own?.file === path && own.at === at ? [] : clean(item)));
  });
}

function withoutRelated(item: DataMap, id: string, moveTo: string | undefined): DataMap {
  const { verwant } = item;
  if (!isList(verwant) || !verwant.includes(id)) return item;
  const left = verwant.filter((one) => one !== id);
  const isNew = moveTo !== undefined && item['id'] !== moveTo && !left.includes(moveTo);
  const now = isNew ? verwant.map((one) => (one === id ? moveTo : one)) : left;
  if (now.length > 0) return { ...item, verwant: now };
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'verwant'));
}

function moved(bij: Data, id: string, to: string): Data {
  if (!isList(bij)) return to;
  const ids = [...new Set(bij.map((one) => (one === id ? to : one)))];
  return ids.length === 1 ? to : ids;
}

function rewritten(
  files: Files,
  places: readonly Place[],
  change: (data: Data, path: string) => Data,
): TextEdits {
  return new Map(
    places.flatMap(({ path, data }) => {
      const changed = change(data, path);
      return isDeepStrictEqual(changed, data) ? [] : [...editFile(files, path, changed)];
    }),
  );
}

function mapValues(data: DataMap, change: (value: Data, key: string) => Data): DataMap {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, change(value, key)]));
}
