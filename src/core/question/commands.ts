import { readButton } from '../reply/buttons.ts';
import type { Pressed } from '../reply/buttons.ts';
import type { Entry, WordsByLanguage } from '../model.ts';
import { read } from './normalize.ts';
import type { Message } from './normalize.ts';
import type { Language } from '../types.ts';

/** What a person or a button can ask for by name. `topic` and `entry` come from buttons and carry what they mean. */
export type Command = NamedCommand | Pressed;

interface NamedCommand {
  readonly kind: 'checklist' | 'topics' | 'help' | 'about' | 'explain' | 'source';
  readonly language: Language;
}

/** A word of several languages is taken in that of the last reply, when that is given. */
export type ReadCommand = (message: Message, last?: Language) => Command | undefined;

const NAMES = {
  zelfcheck: 'checklist',
  onderwerpen: 'topics',
  help: 'help',
  over: 'about',
  uitleg: 'explain',
  bron: 'source',
} as const;

/** Asked for in a sentence ("laat de zelfcheck zien"); the other names are common words that sentences hold anyway. */
const ASKED_FOR: readonly NamedCommand['kind'][] = ['checklist', 'topics'];

/** Shorter words are too near to other words to guess at: "over" is not "oven". */
const SHORTEST_GUESS = 7;
const LONGEST_COMMAND = 40;

/**
 * Makes the reader of commands: a whole message that is one of the command words, spelled well or nearly, or that asks
 * for one in so many words ("laat de zelfcheck zien"). What editors
 * wrote in `questions` wins from a guess, also a single word of it, and when it has more words from any command.
 */
export function createCommands(
  words: WordsByLanguage,
  languages: readonly Language[],
  questions: readonly string[] = [],
): ReadCommand {
  const known = new Map<string, NamedCommand[]>();
  for (const language of languages) {
    for (const [name, list] of Object.entries(words[language].opdrachten)) {
      // The name itself is what buttons send, in a guidance of any language.
      for (const word of [...list, name]) {
        const key = wordsOf(word).join('');
        const command = { kind: NAMES[name as keyof typeof NAMES], language } as const;
        if (key !== '') known.set(key, [...(known.get(key) ?? []), command]);
      }
    }
  }
  const around = languages.map((language) => {
    const { negeren, begroeting, verzoek } = words[language];
    return [language, new Set([...negeren, ...begroeting, ...verzoek].flatMap(wordsOf))] as const;
  });
  const askedFor = (tokens: readonly string[]): Command | undefined =>
    around
      .flatMap(([language, polite]) => {
        const name = tokens.filter((token) => !polite.has(token)).join('');
        return (known.get(name) ?? []).filter((command) => command.language === language);
      })
      .find(({ kind }) => ASKED_FOR.includes(kind));
  const guessable = [...known.keys()].filter((key) => key.length >= SHORTEST_GUESS);
  const named = (word: string, last: Language | undefined): Command | undefined => {
    const commands = known.get(word);
    return commands?.find(({ language }) => language === last) ?? commands?.[0];
  };
  const nearest = (key: string): string | undefined =>
    key.length < SHORTEST_GUESS || key.length > LONGEST_COMMAND
      ? undefined
      : guessable.find((word) => isOneSlip(word, key));
  const guessed = (tokens: readonly string[], last?: Language): Command | undefined => {
    const wanted = askedFor(tokens);
    if (wanted !== undefined) return wanted;
    const near = nearest(tokens.join(''));
    return near === undefined ? undefined : named(near, last);
  };
  // Only what reads like a command needs to be told from one: a few of many thousands, found when first needed.
  let asked: ReadonlySet<string> | undefined;
  const findAsked = (): ReadonlySet<string> => {
    const all = questions.map(wordsOf);
    const whole = all.filter((tokens) => known.has(tokens.join('')) || guessed(tokens) !== undefined);
    const single = [...new Set(all.flat())].filter(
      (token) => known.has(token) || nearest(token) !== undefined,
    );
    return new Set([...whole.map((tokens) => tokens.join(' ')), ...single]);
  };
  return ({ text, tokens }, last) => {
    const pressed = readButton(text);
    if (pressed !== undefined) return pressed;
    if (/^\s*\?+\s*$/.test(text)) return named('help', last);
    if (text.length > 4 * LONGEST_COMMAND) return undefined;
    const exact = named(tokens.join(''), last);
    const command = exact ?? guessed(tokens, last);
    if (command === undefined) return undefined;
    asked ??= findAsked();
    if (!asked.has(tokens.join(' '))) return command;
    return tokens.length > 1 ? undefined : exact;
  };
}

function wordsOf(text: string): readonly string[] {
  return read(text).tokens;
}

/**
 * Whether two words differ by one slip: another letter, one too many, one too few, or two that changed places. More
 * would be another word: "comments" is not "contents".
 */
function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  const swapped = `${a.charAt(1)}${a.charAt(0)}${a.slice(2)}`;
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || swapped === b;
}

/** What editors wrote as something to ask. */
export function questionsOf(entries: readonly Entry[]): string[] {
  return entries
    .filter(({ kind }) => kind === 'answer' || kind === 'silent')
    .flatMap(({ wording }) =>
      Object.values(wording).flatMap(({ question, variants }) => [question, ...variants]),
    );
}
