import { describe, expect, it } from '@jest/globals';
import { checkSmall, entryWith, EXTRA, memoryCache, PARKING } from './trained-knowledge.ts';

describe('results', () => {
  const files = { [EXTRA]: entryWith('parkeren', PARKING) };
  const trainings = (after: Readonly<Record<string, string>>) => {
    const results = memoryCache();
    const first = checkSmall(files, { results });
    const progress: string[] = [];
    const second = checkSmall(after, {
      results,
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    });
    return { first, second, progress };
  };

  it('are kept, also when an answer changed', () => {
    const { first, second, progress } = trainings({
      [EXTRA]: files[EXTRA].replace('Zo.', 'Anders.'),
    });
    expect(progress).toEqual([]);
    expect({ ...second, all: [] }).toEqual({ ...first, all: [] });
  });

  it.each([
    ['a variant', { [EXTRA]: entryWith('parkeren', [...PARKING, 'mijn auto']) }],
    ['a word', { ...files, 'fietsen/woorden.yaml': 'nl: {synoniemen: [[auto, wagen]]}\n' }],
    [
      'a practice question',
      { ...files, 'fietsen/praktijkvragen/meer.yaml': '- {bij: parkeren, vragen: [mijn auto]}\n' },
    ],
    ['a test question', { ...files, 'fietsen/proefvragen/a.yaml': '- {vraag: mijn auto, bij: parkeren}\n' }],
  ])('are computed again after a change of %s', (_, after) => {
    expect(trainings(after).progress).toEqual(['0/6', '1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
  });
});
