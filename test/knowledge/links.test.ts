import { describe, expect, it } from '@jest/globals';
import { EXTRA, load, problemsOf } from '../fixtures/guidance.ts';

/** A silent entry whose pointer is on line 4. */
const pointing = (pointer: string) => ({
  [EXTRA]: `- id: regen
  soort: niet-behandeld
  vraag: Wat als het regent?
  elders: '${pointer}'
  varianten: [een bui, natte kleren]
  antwoord: Daar staat niets over.
`,
});

describe('a pointer', () => {
  it.each([
    'vraag het [je chef](https://www.example.org/chef).',
    'kijk op https://www.example.org.',
    'vraag het',
  ])('may have links to https: %s', (pointer) => {
    expect(problemsOf(pointing(pointer))).toEqual([]);
    expect(load(pointing(pointer)).knowledge.guidances).toHaveLength(1);
  });

  it.each([
    ['kijk op [de site](http://www.example.org)', 'Begin het adres met https://'],
    ['kijk op http://www.example.org', 'Begin het adres met https://'],
    ['kijk op [de site](https://geenadres)', 'Schrijf het zo'],
    ['kijk op [de site] (https://www.example.org)', 'Schrijf het zo'],
    ['kijk op [de site](www.example.org)', 'Begin het adres met https://, zo'],
    ['kijk op [de site] (www.example.org)', 'Schrijf het zo'],
    ['kijk op [de site](https://www.example.org', 'Schrijf het zo'],
    ['kijk op [{titel}](https://www.example.org)', 'Schrijf het zo'],
    ['kijk op www.example.org', 'Begin het adres met https://, zo'],
    ['kijk op [https://a.example.org](https://b.example.org)', 'Schrijf het zo'],
  ])('with a link that the bot cannot make is refused, with its line: %s', (pointer, advice) => {
    const problems = problemsOf(pointing(pointer));
    expect(problems).not.toEqual([]);
    for (const problem of problems) {
      expect(problem).toContain(`${EXTRA}:4`);
      expect(problem).toContain('kan de bot geen link maken');
      expect(problem).toContain(advice);
    }
  });
});
