import { createSpelling } from '../match/spelling.ts';
import type { Entry, WordsByLanguage } from '../model.ts';
import { parseButton } from '../reply/buttons.ts';
import type { ButtonPress } from '../reply/buttons.ts';
import type { Language } from '../types.ts';
import type { ButtonTexts, Named, NamedCommand } from './button-texts.ts';
import { tokensOf } from './normalize.ts';
import type { ParsedText } from './normalize.ts';

/** A request by name, typed or from a button. */
export type Command = NamedCommand | ButtonPress;

/**
 * Returns the command that a message is, or `undefined`. For a name that several languages share, `last` (the language of
 * the last reply) decides. `more` is the value of the last reply's button for the next page.
 */
export type ParseCommand = (message: ParsedText, last?: Language, more?: string) => Command | undefined;

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
 * Creates the command parser. A message is a command when it is a button value, a command name or the text of a button, one
 * of these with one typing error, or a polite request for the self-check or the topics. It is no
 * command when an editor wrote it as one of `questions`, unless it is a command name of one word.
 */
export function createCommandParser(
  words: WordsByLanguage,
  languages: readonly Language[],
  questions: readonly string[] = [],
  buttons: ButtonTexts = { commands: [], presses: [] },
): ParseCommand {
  const names = languages.flatMap((language) =>
    Object.entries(words[language].opdrachten).flatMap(([name, synonyms]) => {
      const kind = KINDS[name as keyof typeof KINDS];
      // Buttons send the Dutch name, in a guidance of any language.
      return [...synonyms, name].map((text) => [text, { kind, language }] as const);
    }),
  );
  const commandsByName = new Map<string, Named[]>();
  for (const [text, command] of [...names, ...buttons.commands]) {
    const key = tokensOf(text).join('');
    if (key !== '') commandsByName.set(key, [...(commandsByName.get(key) ?? []), command]);
  }
  const presses = new Map(buttons.presses.map(([text, press]) => [tokensOf(text).join(' '), press]));
  presses.delete('');
  const spelling = createSpelling(
    [...commandsByName.keys()].filter(({ length }) => length >= MIN_CORRECTED_LENGTH),
  );
  const politeWords = languages.map((language) => {
    const { negeren, begroeting, verzoek } = words[language];
    return [language, new Set([...negeren, ...begroeting, ...verzoek].flatMap(tokensOf))] as const;
  });

  const named = (name: string, last?: Language): Named | undefined => {
    const commands = commandsByName.get(name);
    return commands?.find(({ language }) => language === last) ?? commands?.[0];
  };
  const requested = (tokens: readonly string[]): Named | undefined =>
    politeWords
      .flatMap(([language, polite]) => {
        const name = tokens.filter((token) => !polite.has(token)).join('');
        return (commandsByName.get(name) ?? []).filter((command) => command.language === language);
      })
      .find(({ kind }) => kind !== 'more' && IN_SENTENCES.includes(kind));
  const correctedName = (name: string): string | undefined =>
    name.length < MIN_CORRECTED_LENGTH || name.length > MAX_NAME_LENGTH
      ? undefined
      : spelling.withinOneEdit(name);
  const guessed = (tokens: readonly string[], last?: Language): Named | undefined => {
    const request = requested(tokens);
    if (request !== undefined) return request;
    const corrected = correctedName(tokens.join(''));
    return corrected === undefined ? undefined : named(corrected, last);
  };

  // Computed lazily: most messages are no command.
  let reserved: ReadonlySet<string> | undefined;
  const findEditorQuestions = (): ReadonlySet<string> => {
    const all = questions.map(tokensOf);
    const whole = all.filter(
      (tokens) =>
        commandsByName.has(tokens.join('')) || presses.has(tokens.join(' ')) || guessed(tokens) !== undefined,
    );
    const single = [...new Set(all.flat())].filter(
      (token) => commandsByName.has(token) || correctedName(token) !== undefined,
    );
    return new Set([...whole.map((tokens) => tokens.join(' ')), ...single]);
  };

  const typed = ({ text, tokens }: ParsedText, last?: Language): Named | ButtonPress | undefined => {
    if (/^\s*\?+\s*$/.test(text)) return named('help', last);
    const exact = named(tokens.join(''), last);
    const isShort = text.length <= 4 * MAX_NAME_LENGTH;
    const command = exact ?? presses.get(tokens.join(' ')) ?? (isShort ? guessed(tokens, last) : undefined);
    if (command === undefined) return undefined;
    reserved ??= findEditorQuestions();
    if (!reserved.has(tokens.join(' '))) return command;
    return tokens.length > 1 ? undefined : exact;
  };

  return (message, last, more = '') => {
    const command = parseButton(message.text) ?? typed(message, last);
    if (command?.kind !== 'more') return command;
    return parseButton(more) ?? { kind: 'topics', language: command.language };
  };
}

/** Returns the questions and variants of answers and silent entries, in all languages. */
export function editorQuestions(entries: readonly Entry[]): string[] {
  return entries
    .filter(({ kind }) => kind === 'answer' || kind === 'silent')
    .flatMap(({ wording }) =>
      Object.values(wording).flatMap(({ question, variants }) => [question, ...variants]),
    );
}
