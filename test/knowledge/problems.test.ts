import { describe, expect, it } from '@jest/globals';
import { formatProblem, KnowledgeError } from '../../src/knowledge/index.ts';

const PROBLEM = { kind: 'leeg', file: 'a.yaml', message: 'Fout.', advice: 'Herstel het.' } as const;

describe('a problem on one line', () => {
  it.each([
    [PROBLEM, 'a.yaml: Fout. Herstel het.'],
    [{ ...PROBLEM, line: 3 }, 'a.yaml:3: Fout. Herstel het.'],
    [{ ...PROBLEM, entry: 'lunch' }, 'a.yaml (lunch): Fout. Herstel het.'],
    [{ ...PROBLEM, line: 3, entry: 'lunch' }, 'a.yaml:3 (lunch): Fout. Herstel het.'],
  ])('has the file, and line and entry where they are known', (problem, line) => {
    expect(formatProblem(problem)).toBe(line);
  });
});

describe('the error of knowledge', () => {
  it('holds every problem, and counts them in its message', () => {
    const { message, problems } = new KnowledgeError([PROBLEM, { ...PROBLEM, line: 3 }]);
    expect(problems).toHaveLength(2);
    expect(message).toBe(
      'De kennis heeft 2 problemen:\n- a.yaml: Fout. Herstel het.\n- a.yaml:3: Fout. Herstel het.',
    );
    expect(new KnowledgeError([PROBLEM]).message).toMatch(/^De kennis heeft 1 probleem:\n/);
  });
});
