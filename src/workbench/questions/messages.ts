import { keysByLine } from '../../knowledge/edit/index.ts';
import { severityOf } from '../../knowledge/index.ts';
import type { Problem, Severity } from '../../knowledge/index.ts';
import { inFormWords } from './form-words.ts';

/** A message of the check beside the field that it is about. */
export interface Message {
  readonly severity: Severity;
  /** Absent when the files cannot hold what was typed. */
  readonly kind?: Problem['kind'];
  /** Key of the entry, as `en.kop`; empty when it is about the whole entry. */
  readonly field: string;
  /** What is wrong. */
  readonly text: string;
  /** What to do. */
  readonly advice: string;
}

const ORDER: readonly Severity[] = ['fout', 'waarschuwing', 'advies'];

/** Whether a problem is about an entry of a guidance. */
function isAbout({ file, entry }: Problem, folder: string, id: string): boolean {
  return entry === id && file.startsWith(`${folder}/`);
}

/**
 * Returns the messages about an entry, worst first, in the words of its form. `text`: that of its file, in which it is at
 * index `at`. `questionOf` returns the question of an entry, `undefined` without one.
 */
export function messagesFor(
  problems: readonly Problem[],
  {
    folder,
    id,
    file,
    at,
    text,
    questionOf,
  }: {
    readonly folder: string;
    readonly id: string;
    readonly file: string;
    readonly at: number;
    readonly text: string;
    readonly questionOf: (id: string) => string | undefined;
  },
): Message[] {
  const found = problems.filter((problem) => isAbout(problem, folder, id));
  if (found.length === 0) return [];
  const keyOf = keysByLine(text, at);
  return found
    .map((problem) => {
      const { kind, line } = problem;
      const field = missingIn(problem) ?? (problem.file === file && line !== undefined ? keyOf(line) : '');
      const { message, advice } = inFormWords(problem, field, questionOf);
      return { severity: severityOf(kind), kind, field, text: message, advice };
    })
    .toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/** The key that is not there, which has no line. */
function missingIn({ kind, message }: Problem): string | undefined {
  if (kind !== 'ontbreekt' && kind !== 'citaat-ontbreekt') return undefined;
  return /“([a-z]+)”/.exec(message)?.[1];
}

/** Returns “1 fout, 2 adviezen”; empty when there is nothing. */
export function countMessages(messages: readonly Pick<Message, 'severity'>[]): string {
  const names = {
    fout: ['fout', 'fouten'],
    waarschuwing: ['waarschuwing', 'waarschuwingen'],
    advies: ['advies', 'adviezen'],
  } as const;
  return ORDER.flatMap((severity) => {
    const count = messages.filter((message) => message.severity === severity).length;
    return count === 0 ? [] : [`${count} ${names[severity][count === 1 ? 0 : 1]}`];
  }).join(', ');
}
