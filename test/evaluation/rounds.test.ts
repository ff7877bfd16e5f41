import { describe, expect, it } from '@jest/globals';
import { roundOf } from '../../src/evaluation/rounds.ts';

describe('a round', () => {
  it.each([
    ['ronde-1.yaml', 1],
    ['ronde-12.yaml', 12],
    ['redactie-1.yaml', undefined],
    ['ronde-1.yaml.bak', undefined],
    ['ronde-x.yaml', undefined],
  ])('is known by the name of its practice file: %s', (file, number) => {
    expect(roundOf(file)).toBe(number);
  });
});
