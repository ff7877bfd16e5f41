import { StartError } from '../shared/start-error.ts';
import type { ProblemKind } from './kinds.ts';

/** A problem in the knowledge, in plain Dutch for its editor: what is wrong, where, and what to do. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Path relative to the knowledge directory. */
  readonly file: string;
  /** 1-based; absent when the problem is the file itself. */
  readonly line?: number | undefined;
  /** Id of the entry with the problem. */
  readonly entry?: string | undefined;
  readonly message: string;
  readonly advice: string;
}

/** The problems of one kind. */
export interface ProblemGroup {
  readonly kind: ProblemKind;
  /** What to do, when that is the same for all. */
  readonly advice?: string;
  readonly problems: readonly Problem[];
}

/** Returns each kind of problem once, with its places, in the order in which they were found. */
export function groupByKind(problems: readonly Problem[]): ProblemGroup[] {
  return [...Map.groupBy(problems, ({ kind }) => kind)].map(([kind, own]) => {
    const [{ advice }, ...others] = own as [Problem, ...Problem[]];
    return { kind, problems: own, ...(others.every((one) => one.advice === advice) && { advice }) };
  });
}

/** A problem on one line: `file:line (entry): message advice`. */
export function formatProblem({ file, line, entry, message, advice }: Problem): string {
  const position = line === undefined ? file : `${file}:${line}`;
  return `${position}${entry === undefined ? '' : ` (${entry})`}: ${message} ${advice}`;
}

/** The knowledge cannot be used. Holds every problem found, not only the first; its message is Dutch. */
export class KnowledgeError extends StartError {
  override readonly name = 'KnowledgeError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 probleem' : `${problems.length} problemen`;
    const lines = problems.map((problem) => `- ${formatProblem(problem)}`);
    super([`De kennis heeft ${count}:`, ...lines].join('\n'));
    this.problems = problems;
  }
}
