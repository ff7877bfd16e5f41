import { isSeq, parseDocument } from 'yaml';
import { CHECKLIST_ID } from '../../core/index.ts';
import type { Files } from '../files.ts';
import { editYaml } from './yaml.ts';
import type { Edit, Path } from './yaml.ts';

/** One text of an entry. Keys are Dutch: they are the heads of the columns that an editor sees. */
export interface Row {
  /** Path relative to the knowledge directory. */
  readonly bestand: string;
  readonly id: string;
  /** `en` for the part `en` of an entry, else the language of the guidance. */
  readonly taal: string;
  /** A key of the entry; `variant` for each of its `varianten`. */
  readonly veld: string;
  readonly tekst: string;
}

/** The columns, in order. */
export const COLUMNS = ['bestand', 'id', 'taal', 'veld', 'tekst'] as const;

/** What changed in a table that came back, and what in it leads nowhere. */
export interface TableChanges {
  /** The new text of each changed file. */
  readonly files: ReadonlyMap<string, string>;
  /** Number of texts that changed, came and went. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** Dutch, with the number of the row (the head is row 1). */
  readonly problems: readonly string[];
}

const TEXTS = ['vraag', 'kop', 'antwoord', 'elders', 'inleiding', 'slot'] as const;
const LIST = 'varianten';
const ITEM = 'variant';

/** One language of an entry, with its place in the file. */
interface Part {
  readonly id: string;
  readonly language: string;
  readonly path: Path;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The texts of the entries in a file, one row each, in the order of the file. */
export function rowsOf(file: string, text: string, language: string): Row[] {
  return partsOf(text, language).flatMap(({ id, language: taal, data }) => {
    const row = (veld: string, tekst: string): Row => ({ bestand: file, id, taal, veld, tekst });
    return Object.entries(data).flatMap(([key, value]) => {
      if (key === LIST && Array.isArray(value)) return value.map((variant) => row(ITEM, String(variant)));
      return isText(key) && typeof value === 'string' ? [row(key, value)] : [];
    });
  });
}

const isText = (key: string) => TEXTS.some((name) => name === key);

function partsOf(text: string, language: string): Part[] {
  const document = parseDocument(text);
  const data: unknown = document.toJS();
  const entries = (Array.isArray(data) ? data : [data]) as Readonly<Record<string, unknown>>[];
  return entries.flatMap((entry, index): Part[] => {
    const path = isSeq(document.contents) ? [index] : [];
    const { id = CHECKLIST_ID, en } = entry as { readonly id?: string; readonly en?: Part['data'] };
    const own = { id, language, path, data: entry };
    return en === undefined || language === 'en'
      ? [own]
      : [own, { id, language: 'en', path: [...path, 'en'], data: en }];
  });
}

/**
 * Puts rows back into the files that they came from. Of an entry of which there are rows, its variants become those of
 * the rows, when there is one; entries without rows stay as they are. `languageOf`: the language of the guidance that a
 * file belongs to; `undefined` for a file without entries.
 */
export function applyRows(
  files: Files,
  rows: readonly Row[],
  languageOf: (file: string) => string | undefined,
): TableChanges {
  const problems: string[] = [];
  const changedFiles = new Map<string, string>();
  const counts = { changed: 0, added: 0, removed: 0 };
  const numbered = rows.map((row, index) => ({ ...row, number: index + 2 }));
  for (const [file, own] of Map.groupBy(numbered, ({ bestand }) => bestand)) {
    const [bytes, language] = [files.get(file), languageOf(file)];
    if (bytes === undefined || language === undefined) {
      problems.push(`rij ${own[0]?.number ?? 0}: het bestand “${file}” is er niet.`);
      continue;
    }
    const text = new TextDecoder().decode(bytes);
    const parts = partsOf(text, language);
    const edits: Edit[] = [];
    for (const group of Map.groupBy(own, ({ id, taal }) => `${id} ${taal}`).values()) {
      const [first] = group;
      const part = parts.find(({ id, language: taal }) => id === first?.id && taal === first.taal);
      if (first === undefined) continue;
      if (part === undefined) {
        problems.push(
          `rij ${first.number}: in ${file} is er geen vraag “${first.id}” (${first.taal}). Maak hem eerst daar.`,
        );
        continue;
      }
      const wrong = group.filter(({ veld }) => veld !== ITEM && typeof part.data[veld] !== 'string');
      problems.push(...wrong.map(({ number, veld, id }) => `rij ${number}: “${id}” heeft geen “${veld}”.`));
      for (const { veld, tekst } of group.filter(({ veld: key }) => isText(key))) {
        if (part.data[veld] === undefined || part.data[veld] === tekst) continue;
        edits.push({ path: [...part.path, veld], value: tekst });
        counts.changed += 1;
      }
      const variants = group
        .filter(({ veld, tekst }) => veld === ITEM && tekst !== '')
        .map(({ tekst }) => tekst);
      const old = (part.data[LIST] ?? []) as readonly string[];
      if (variants.length === 0) continue;
      if (part.data[LIST] === undefined) {
        problems.push(
          `rij ${first.number}: “${first.id}” heeft nog geen “${LIST}”. Zet er “${LIST}: []” bij.`,
        );
        continue;
      }
      edits.push({ path: [...part.path, LIST], value: variants });
      counts.added += variants.filter((variant) => !old.includes(variant)).length;
      counts.removed += old.filter((variant) => !variants.includes(variant)).length;
    }
    if (edits.length === 0) continue;
    const edited = editYaml(text, edits);
    if (edited !== text) changedFiles.set(file, edited);
  }
  return { files: changedFiles, ...counts, problems };
}
