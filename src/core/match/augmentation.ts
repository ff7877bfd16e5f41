import type { Entry, Phrasings } from '../model.ts';
import { parseTemplate, sampleTemplate, SUBJECT } from '../question/templates.ts';
import type { Template } from '../question/templates.ts';
import type { Language } from '../types.ts';
import { createPseudoRandom } from './pseudo-random.ts';
import { classesOf, PHRASE_KINDS } from './training-set.ts';
import type { TrainingExample } from './training-set.ts';

/** The sentence templates of each language. */
export type PhrasingsByLanguage = Readonly<Partial<Record<Language, Phrasings>>>;

/** Sentences that are made from a template of a phrase; one without alternatives gives itself. */
const SAMPLES = 6;
/** Frames in which each short question is put. Figures: `bench/README.md`, “Invariance”. */
const FRAMES = 4;
/**
 * Phrases of all kinds together, as a share of the questions about subjects: a little more than in the shipped guidance. With
 * all of them a guidance of some hundred questions takes one in ten of those for a phrase.
 */
const MAX_PHRASE_SHARE = 0.1;
/** In words: a longer question is a sentence by itself, and nobody puts it in a frame. */
const MAX_SUBJECT_WORDS = 3;

/**
 * Returns training examples made from the sentence templates (data augmentation), always the same: follow-ups and
 * messages without a subject, and after those the short `examples` in frames ("wat zegt de handreiking over ..."). From those the
 * classifier learns that the words of a frame tell nothing about the subject, also of frames that are in no list. The
 * frames of a question depend on its own text only: a change of another one leaves them as they are.
 */
export function augment(
  examples: readonly TrainingExample[],
  entries: readonly Entry[],
  phrasings: PhrasingsByLanguage,
  languageOf: (text: string) => Language,
): TrainingExample[] {
  const classes = classesOf(entries.length);
  const phrases = Object.values(phrasings).flatMap((own) =>
    PHRASE_KINDS.flatMap((kind, index) => {
      const templates = kind === 'zonder_onderwerp' ? own.zonder_onderwerp : (own.vervolg[kind] ?? []);
      const texts = parsed(templates, own).flatMap((template, at) => {
        const random = createPseudoRandom(templates[at] ?? '');
        return Array.from({ length: SAMPLES }, () => sampleTemplate(template, random).join(' '));
      });
      return [...new Set(texts)].map((text): TrainingExample => ({
        text,
        label: classes.entries + index,
        language: undefined,
      }));
    }),
  );
  const frames = {
    nl: parsed(phrasings.nl?.kaders ?? [], phrasings.nl),
    en: parsed(phrasings.en?.kaders ?? [], phrasings.en),
  };
  const framed = examples.filter(isSubject).flatMap(({ text, label, language }) => {
    const own = frames[language ?? languageOf(text)];
    if (own.length === 0) return [];
    const random = createPseudoRandom(text);
    return Array.from({ length: FRAMES }, (): TrainingExample => {
      const frame = sampleTemplate(own[Math.floor(random() * own.length)] ?? [[SUBJECT]], random);
      const sentence = frame.map((part) => (part === SUBJECT ? text : part)).join(' ');
      return { text: sentence, label, language, isFramed: true };
    });
  });
  const subjects = examples.filter(
    ({ label }) => label < classes.entries && entries[label]?.kind !== 'social',
  );
  return [...evenly(phrases, Math.ceil(MAX_PHRASE_SHARE * subjects.length)), ...framed];

  /** Of practice questions only those out of scope: the others are mostly sentences. */
  function isSubject({ text, label, language }: TrainingExample): boolean {
    if (text.split(' ').length > MAX_SUBJECT_WORDS || entries[label]?.kind === 'social') return false;
    return language !== undefined || label === classes.outOfScope;
  }
}

function parsed(templates: readonly string[], phrasings: Phrasings | undefined): Template[] {
  return templates.map((template) => parseTemplate(template, phrasings?.onderdelen ?? {}));
}

/** At most `count` of the items, at equal distances. */
function evenly<T>(items: readonly T[], count: number): readonly T[] {
  const step = items.length / count;
  return step <= 1
    ? items
    : items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
