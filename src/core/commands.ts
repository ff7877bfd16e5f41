import Fuse from 'fuse.js';
import type { WordsByLanguage } from './knowledge/model.ts';
import { clean, tokenize } from './normalize.ts';
import type { Language } from './types.ts';

/** What a person or a button can ask for by name. `topic` and `entry` come from buttons and carry what they mean. */
export type Command =
  | {
      readonly kind: 'checklist' | 'topics' | 'help' | 'about' | 'explain' | 'source';
      readonly language: Language;
    }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'entry'; readonly entry: string };

const NAMES = {
  zelfcheck: 'checklist',
  onderwerpen: 'topics',
  help: 'help',
  over: 'about',
  uitleg: 'explain',
  bron: 'source',
} as const;

/** Shorter words are too near to other words to guess at: "over" is not "oven". */
const SHORTEST_GUESS = 7;
/** Letters that may be wrong in a guess; Fuse counts two that changed places as two. */
const MOST_WRONG = 2;
/** One letter in six at the most: "comments" is not "contents". */
const FARTHEST = 1 / 6;
const LONGEST_COMMAND = 40;

/**
 * Makes the reader of commands: a whole message that is one of the command words, spelled well or nearly. A message
 * that `questions` holds, or a single word of theirs, is a question: what an editor wrote wins from a guess.
 */
export function createCommands(
  words: WordsByLanguage,
  languages: readonly Language[],
  questions: readonly string[] = [],
): (text: string) => Command | undefined {
  const asked = new Set(questions.flatMap((question) => [squeeze(question), ...tokenize(clean(question))]));
  const known = new Map<string, Command>();
  for (const language of languages) {
    for (const [name, list] of Object.entries(words[language].opdrachten)) {
      // The name itself is what buttons send, in a guidance of any language.
      for (const word of [...list, name]) {
        const key = squeeze(word);
        const command = { kind: NAMES[name as keyof typeof NAMES], language } as const;
        if (key !== '' && !known.has(key)) known.set(key, command);
      }
    }
  }
  const fuse = new Fuse(
    [...known.keys()].filter((key) => key.length >= SHORTEST_GUESS),
    {
      threshold: FARTHEST,
      includeScore: true,
      distance: 10,
    },
  );
  return (text) => {
    const button = /^(entry|topic):(.{1,200})$/su.exec(text.trim());
    if (button !== null) {
      const [, kind, value = ''] = button;
      return kind === 'entry' ? { kind, entry: value.trim() } : { kind: 'topic', topic: value.trim() };
    }
    if (/^\s*\?+\s*$/.test(text)) return known.get('help');
    if (text.length > 4 * LONGEST_COMMAND) return undefined;
    const key = squeeze(text);
    const exact = known.get(key);
    if (
      exact !== undefined ||
      key.length < SHORTEST_GUESS ||
      key.length > LONGEST_COMMAND ||
      asked.has(key)
    ) {
      return exact;
    }
    const near = fuse
      .search(key, { limit: 3 })
      .find(
        ({ item, score = 1 }) =>
          Math.abs(item.length - key.length) <= 1 && score * key.length <= MOST_WRONG + 0.1,
      );
    return near === undefined ? undefined : known.get(near.item);
  };
}

function squeeze(text: string): string {
  return tokenize(clean(text)).join('');
}
