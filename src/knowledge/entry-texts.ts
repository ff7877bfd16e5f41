import type { Language, Wording } from '../core/index.ts';
import type { LocatedEntry } from './build.ts';

/** A text of an entry in one of its languages, with its 1-based line. */
export interface EntryText {
  readonly role: 'question' | 'variant' | 'title' | 'answer' | 'pointer' | 'translation' | 'closing' | 'step';
  readonly language: Language;
  readonly text: string;
  readonly line: () => number | undefined;
}

/** Every text of an entry that its editor wrote, quotes excepted. */
export function textsOf(located: LocatedEntry): EntryText[] {
  const { entry, lineOf } = located;
  const answerKey = entry.kind === 'checklist' ? 'inleiding' : 'antwoord';
  return Object.entries(entry.wording).flatMap(([name, wording]) => {
    const language = name as Language;
    const under = language === 'en' && Object.keys(entry.wording).length > 1 ? ['en'] : [];
    const one = (role: EntryText['role'], key: string, text: string | undefined): EntryText[] =>
      text === undefined ? [] : [{ role, language, text, line: () => lineOf(...under, key) }];
    const list = (role: EntryText['role'], key: string, texts: readonly string[] = []): EntryText[] =>
      texts.map((text, at) => ({ role, language, text, line: () => lineOf(...under, key, at) }));
    const {
      question,
      variants,
      title,
      answer,
      pointer,
      translations,
      closing,
      steps,
      stepsAfterPosting,
    }: Wording = wording;
    return [
      ...one('question', 'vraag', question),
      ...list('variant', 'varianten', variants),
      ...one('title', 'kop', title),
      ...one('answer', answerKey, answer),
      ...one('pointer', 'elders', pointer),
      ...list('translation', 'vragen', translations),
      ...one('closing', 'slot', closing),
      ...list('step', 'vervolgstappen', steps),
      ...list('step', 'na_plaatsing', stepsAfterPosting),
    ];
  });
}

/** The question and the variants of an entry, in all its languages. */
export function phrasesOf(located: LocatedEntry): EntryText[] {
  return textsOf(located).filter(({ role }) => role === 'question' || role === 'variant');
}
