import { StartError } from '../shared/start-error.ts';

/** A fault in the knowledge, told to its editor in plain Dutch: what is wrong, where, and what to do. */
export interface Problem {
  /** Path as the editor knows it, relative to the knowledge directory. */
  readonly file: string;
  /** 1-based line; absent when the fault is the file itself. */
  readonly line?: number | undefined;
  /** Id of the entry that the fault is in. */
  readonly entry?: string | undefined;
  readonly message: string;
  readonly advice: string;
}

/** One line of text for each problem: `file:line (entry): message advice`. */
export function describe(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const entry = problem.entry === undefined ? '' : ` (${problem.entry})`;
  return `${place}${entry}: ${problem.message} ${problem.advice}`;
}

/** The knowledge cannot be used. Holds every problem found, not only the first. */
export class KnowledgeError extends StartError {
  override readonly name = 'KnowledgeError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 probleem' : `${problems.length} problemen`;
    super(`De kennis heeft ${count}:\n${problems.map((problem) => `- ${describe(problem)}`).join('\n')}`);
    this.problems = problems;
  }
}
