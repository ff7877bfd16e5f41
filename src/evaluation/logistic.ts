/** An observation for `fitLogistic`; all have the same number of inputs. */
export interface Example {
  readonly inputs: readonly number[];
  readonly right: boolean;
}

const STEPS = 30;
/** L2 penalty: keeps weights finite when an input separates the data. One ten times weaker changes no printed figure. */
const RIDGE = 0.5;

/**
 * Fits a logistic regression by Newton's method. Returns the bias, followed by a weight for each input; `[0]` without
 * examples. For small data: the Hessian is a plain array of arrays.
 */
export function fitLogistic(examples: readonly Example[]): number[] {
  if (examples.length === 0) return [0];
  const size = (examples[0]?.inputs.length ?? 0) + 1;
  let weights: number[] = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient: number[] = weights.map((weight, row) => (row === 0 ? 0 : RIDGE * weight));
    const hessian: number[][] = weights.map((_, row) =>
      weights.map((__, column) => (row === column && row > 0 ? RIDGE : 0)),
    );
    for (const { inputs, right } of examples) {
      const row = [1, ...inputs];
      const expected = probability(weights, row);
      const variance = expected * (1 - expected);
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + (expected - (right ? 1 : 0)) * value;
        row.forEach((other, j) => {
          const line = hessian[i];
          if (line !== undefined) line[j] = (line[j] ?? 0) + variance * value * other;
        });
      });
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight - (change[i] ?? 0));
  }
  return weights;
}

function probability(weights: readonly number[], row: readonly number[]): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)));
}

/** Solves a system of linear equations by Gauss-Jordan elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at += 1) {
    const pivot = rows
      .slice(at)
      .reduce(
        (best, row, i) => (Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? at + i : best),
        at,
      );
    [rows[at], rows[pivot]] = [rows[pivot] ?? [], rows[at] ?? []];
    const head = rows[at] ?? [];
    for (let below = 0; below < size; below += 1) {
      const row = rows[below];
      if (below === at || row === undefined) continue;
      const factor = (row[at] ?? 0) / (head[at] ?? 1);
      for (let column = at; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - factor * (head[column] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
