import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { nearestName } from '../core/index.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ readonly options: O; readonly allowPositionals: true }>
>;

/** How a command may be called. */
export interface Command<O extends Options> {
  /** Without `--help`, which every command has. */
  readonly options: O;
  /** Whether it takes words that are not options. */
  readonly takesWords?: boolean;
  readonly usage: string;
  /** Dutch for editors and for people who ask questions; English for operators. */
  readonly language: keyof typeof MESSAGES;
}

/** The exit status of a command that was called wrongly. */
const USAGE_ERROR = 2;

const MESSAGES = {
  nl: {
    unknown: (option: string) => `De optie ${option} bestaat niet.`,
    meant: (option: string) => `Bedoel je ${option}?`,
    bare: (option: string) => `Achter ${option} moet nog iets staan.`,
    filled: (option: string) => `Achter ${option} mag niets staan.`,
    word: (word: string) => `Hier past “${word}” niet: deze opdracht neemt alleen opties.`,
  },
  en: {
    unknown: (option: string) => `There is no option ${option}.`,
    meant: (option: string) => `Do you mean ${option}?`,
    bare: (option: string) => `Something must follow ${option}.`,
    filled: (option: string) => `Nothing may follow ${option}.`,
    word: (word: string) => `“${word}” has no place here: this command takes options only.`,
  },
} as const;

/**
 * The options and words that a command was called with; or its exit status, after printing the usage (`--help`) or all
 * problems. The errors of `parseArgs` itself are in English, and only about the first problem.
 */
export function readOptions<O extends Options>(
  command: Command<O>,
  args: readonly string[] = process.argv.slice(2),
): Parsed<O> | number {
  const options: Options = { ...command.options, help: { type: 'boolean' } };
  const config = { args: [...args], options, allowPositionals: true };
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  const problems = tokens.flatMap((token) => problemWith(token, options, command) ?? []);
  if (problems.length > 0) return usageError(command.usage, problems);
  const parsed = parseArgs(config);
  if (parsed.values['help'] !== true) return parsed as Parsed<O>;
  process.stdout.write(command.usage);
  return 0;
}

/** Prints the problems with the call of a command, and its usage. Returns the exit status. */
export function usageError(usage: string, problems: readonly string[] = []): number {
  const lines = problems.length === 0 ? '' : `${problems.join('\n')}\n\n`;
  process.stderr.write(`${lines}${usage}`);
  return USAGE_ERROR;
}

type Token = ReturnType<
  typeof parseArgs<{
    readonly options: Options;
    readonly allowPositionals: true;
    readonly strict: false;
    readonly tokens: true;
  }>
>['tokens'][number];

function problemWith(
  token: Token,
  options: Options,
  { takesWords = false, language }: Pick<Command<Options>, 'takesWords' | 'language'>,
): string | undefined {
  const words = MESSAGES[language];
  if (token.kind === 'option-terminator') return undefined;
  if (token.kind === 'positional') return takesWords ? undefined : words.word(token.value);
  const { name, rawName, value, inlineValue } = token;
  if (rawName !== `--${name}` || !Object.hasOwn(options, name)) {
    const meant = nearestName(name, Object.keys(options));
    return [words.unknown(rawName), ...(meant === undefined ? [] : [words.meant(`--${meant}`)])].join(' ');
  }
  if (options[name]?.type === 'boolean') return value === undefined ? undefined : words.filled(rawName);
  const isOption = inlineValue === false && value.startsWith('-') && value !== '-';
  return value === undefined || value === '' || isOption ? words.bare(rawName) : undefined;
}
