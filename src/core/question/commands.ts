import { createSpelling } from '../match/spelling.ts';
import type { Entry, WordsByLanguage } from '../model.ts';
import { parseButton } from '../reply/buttons.ts';
import type { ButtonPress } from '../reply/buttons.ts';
import type { Language } from '../types.ts';
import { parseText } from './normalize.ts';
import type { ParsedText } from './normalize.ts';

/** A request by name, typed or from a button. */
export type Command = NamedCommand | ButtonPress;

interface NamedCommand {
  readonly kind: 'checklist' | 'topics' | 'help' | 'about' | 'explain' | 'source';
  readonly language: Language;
}

/**
 * Returns the command that a message is, or `undefined`. For a name that several languages share, `last` (the language of
 * the last reply) decides.
 */
export type ParseCommand = (message: ParsedText, last?: Language) => Command | undefined;

const KINDS = {
  zelfcheck: 'checklist',
  onderwerpen: 'topics',
  help: 'help',
  over: 'about',
  uitleg: 'explain',
  bron: 'source',
} as const;

/** Only these are recognised inside a sentence ("laat de zelfcheck zien"); the other names are everyday words. */
const IN_SENTENCES: readonly NamedCommand['kind'][] = ['checklist', 'topics'];

/** Shorter names are not corrected, because they are one edit from other words: "over", "oven". */
const MIN_CORRECTED_LENGTH = 7;
const MAX_NAME_LENGTH = 40;

/**
 * Creates the command parser. A message is a command when it is a button value, a command name, a name with one typing
 * error, or a polite request for the self-check or the topics. It is no command when an editor wrote it as one of
 * `questions`, unless it is a command name of one word.
 */
export function createCommandParser(
  words: WordsByLanguage,
  languages: readonly Language[],
  questions: readonly string[] = [],
): ParseCommand {
  const commandsByName = new Map<string, NamedCommand[]>();
  for (const language of languages) {
    for (const [name, synonyms] of Object.entries(words[language].opdrachten)) {
      // Buttons send the Dutch name, in a guidance of any language.
      for (const text of [...synonyms, name]) {
        const key = tokenize(text).join('');
        const command = { kind: KINDS[name as keyof typeof KINDS], language } as const;
        if (key !== '') commandsByName.set(key, [...(commandsByName.get(key) ?? []), command]);
      }
    }
  }
  const spelling = createSpelling(
    [...commandsByName.keys()].filter(({ length }) => length >= MIN_CORRECTED_LENGTH),
  );
  const politeWords = languages.map((language) => {
    const { negeren, begroeting, verzoek } = words[language];
    return [language, new Set([...negeren, ...begroeting, ...verzoek].flatMap(tokenize))] as const;
  });

  const named = (name: string, last?: Language): NamedCommand | undefined => {
    const commands = commandsByName.get(name);
    return commands?.find(({ language }) => language === last) ?? commands?.[0];
  };
  const requested = (tokens: readonly string[]): NamedCommand | undefined =>
    politeWords
      .flatMap(([language, polite]) => {
        const name = tokens.filter((token) => !polite.has(token)).join('');
        return (commandsByName.get(name) ?? []).filter((command) => command.language === language);
      })
      .find(({ kind }) => IN_SENTENCES.includes(kind));
  const correctedName = (name: string): string | undefined =>
    name.length < MIN_CORRECTED_LENGTH || name.length > MAX_NAME_LENGTH
      ? undefined
      : spelling.withinOneEdit(name);
  const guessed = (tokens: readonly string[], last?: Language): NamedCommand | undefined => {
    const request = requested(tokens);
    if (request !== undefined) return request;
    const corrected = correctedName(tokens.join(''));
    return corrected === undefined ? undefined : named(corrected, last);
  };

  // Computed lazily: most messages are no command.
  let reserved: ReadonlySet<string> | undefined;
  const findEditorQuestions = (): ReadonlySet<string> => {
    const all = questions.map(tokenize);
    const whole = all.filter(
      (tokens) => commandsByName.has(tokens.join('')) || guessed(tokens) !== undefined,
    );
    const single = [...new Set(all.flat())].filter(
      (token) => commandsByName.has(token) || correctedName(token) !== undefined,
    );
    return new Set([...whole.map((tokens) => tokens.join(' ')), ...single]);
  };

  return ({ text, tokens }, last) => {
    const pressed = parseButton(text);
    if (pressed !== undefined) return pressed;
    if (/^\s*\?+\s*$/.test(text)) return named('help', last);
    if (text.length > 4 * MAX_NAME_LENGTH) return undefined;
    const exact = named(tokens.join(''), last);
    const command = exact ?? guessed(tokens, last);
    if (command === undefined) return undefined;
    reserved ??= findEditorQuestions();
    if (!reserved.has(tokens.join(' '))) return command;
    return tokens.length > 1 ? undefined : exact;
  };
}

function tokenize(text: string): readonly string[] {
  return parseText(text).tokens;
}

/** Returns the questions and variants of answers and silent entries, in all languages. */
export function editorQuestions(entries: readonly Entry[]): string[] {
  return entries
    .filter(({ kind }) => kind === 'answer' || kind === 'silent')
    .flatMap(({ wording }) =>
      Object.values(wording).flatMap(({ question, variants }) => [question, ...variants]),
    );
}
