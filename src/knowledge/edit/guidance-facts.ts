import type { Language } from '../../core/index.ts';
import type { Files } from '../files.ts';
import { isList, isMapping } from './draw.ts';
import { dataOf } from './entry-files.ts';

/** What the files of a guidance say of it, also while they have errors. */
export interface GuidanceFacts {
  /** Its name in ids and addresses; its folder where its file does not tell. */
  readonly name: string;
  readonly title: string;
  /** That of its source. */
  readonly language: Language;
  /** Whether its questions are written in English beside Dutch. */
  readonly hasEnglish: boolean;
}

/** Returns what handreiking.yaml of a folder says, with defaults for what it does not. */
export function guidanceFacts(files: Files, folder: string): GuidanceFacts {
  const data = dataOrNothing(files, `${folder}/handreiking.yaml`);
  const facts = isMapping(data) ? data : {};
  const { naam, titel, taal, talen } = facts;
  const language = taal === 'en' ? 'en' : 'nl';
  return {
    name: typeof naam === 'string' ? naam : folder,
    title: typeof titel === 'string' ? titel : folder,
    language,
    hasEnglish: language === 'nl' && (!isList(talen) || talen.includes('en')),
  };
}

function dataOrNothing(files: Files, path: string) {
  try {
    return dataOf(files, path);
  } catch {
    return null;
  }
}
