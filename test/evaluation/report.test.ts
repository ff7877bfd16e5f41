import { describe, expect, it } from '@jest/globals';
import { percent, report, shortfalls, table } from '../../src/evaluation/report.ts';
import { scored } from './scored.ts';

describe('a table', () => {
  it('lines up its first column to the left and the others to the right', () => {
    expect(
      table(
        ['', 'goed', 'n'],
        [
          ['alles', '1', '100'],
          ['x', '10'],
        ],
      ),
    ).toBe(['       goed    n', 'alles     1  100', 'x        10'].join('\n'));
  });

  it('of no rows is its head', () => {
    expect(table(['a', 'b'], [])).toBe('a  b');
  });
});

describe('a share', () => {
  it.each([
    [0, '0.0 %'],
    [0.12345, '12.3 %'],
    [1, '100.0 %'],
  ])('of %d is written %s', (value, text) => {
    expect(percent(value)).toBe(text);
  });
});

describe('what falls short of the gate', () => {
  const figures = {
    right: 0.6,
    rightOrOffered: 0.8,
    wrong: 0.1,
    missed: 0.1,
    silentHonest: 0.7,
    silentPretended: 0.2,
    silentMisnamed: 0.1,
    offtopicFalse: 0.05,
    socialRight: 1,
  };

  it('is nothing when every figure is as it was', () => {
    expect(shortfalls(figures, figures)).toEqual([]);
    expect(shortfalls(figures, {})).toEqual([]);
  });

  it.each([
    [{ right: 0.61 }, 'right: 60.0 %, grens 61.0 %'],
    [{ rightOrOffered: 0.9 }, 'rightOrOffered: 80.0 %, grens 90.0 %'],
    [{ silentHonest: 0.71 }, 'silentHonest: 70.0 %, grens 71.0 %'],
    [{ wrong: 0.09 }, 'wrong: 10.0 %, grens 9.0 %'],
    [{ missed: 0 }, 'missed: 10.0 %, grens 0.0 %'],
    [{ silentPretended: 0.1 }, 'silentPretended: 20.0 %, grens 10.0 %'],
    [{ offtopicFalse: 0.04 }, 'offtopicFalse: 5.0 %, grens 4.0 %'],
  ])('is reported with its bound: %j', (gate, line) => {
    expect(shortfalls(figures, gate)).toEqual([line]);
  });

  it('does not hold a better figure against it', () => {
    expect(shortfalls(figures, { right: 0.5, wrong: 0.2, offtopicFalse: 0.5 })).toEqual([]);
  });
});

describe('a report', () => {
  it('shows the figures by style, what was taken for what, the reliability and the faults', () => {
    const text = report('set.yaml', [
      scored('answer', 'right', { confidence: 0.9 }),
      scored('answer', 'offered', { kind: 'choices', style: 'story', q: `lang ${'woord '.repeat(40)}` }),
      scored('offtopic', 'rejected', { kind: 'unknown', style: 'story' }),
    ]);
    expect(text.split('\n')).toEqual([
      'set.yaml: 3 vragen',
      '',
      '                goed  of aangeboden    fout  gemist  eerlijk  verzonnen  misnoemd    vals  sociaal',
      'alles         50.0 %        100.0 %   0.0 %   0.0 %        -          -         -   0.0 %        -',
      '  95 %: van    9.5 %         34.2 %   0.0 %   0.0 %        -          -         -   0.0 %        -',
      '  95 %: tot   90.5 %        100.0 %  65.8 %  65.8 %        -          -         -  79.3 %        -',
      'casual       100.0 %        100.0 %   0.0 %   0.0 %        -          -         -       -        -',
      'story          0.0 %        100.0 %   0.0 %   0.0 %        -          -         -   0.0 %        -',
      '',
      'Verwacht (rij) en gekregen (kolom):',
      '          answer  choices  unknown',
      'answer         1        1        0',
      'offtopic       0        0        1',
      '',
      'Zekerheid en hoe vaak het klopte (antwoord, niet behandeld of zelfcheck):',
      'zekerheid         vragen  gemiddeld     goed',
      '0.0 % - 20.0 %         0      0.0 %    0.0 %',
      '20.0 % - 40.0 %        0      0.0 %    0.0 %',
      '40.0 % - 60.0 %        0      0.0 %    0.0 %',
      '60.0 % - 80.0 %        0      0.0 %    0.0 %',
      '80.0 % - 100.0 %       1     90.0 %  100.0 %',
      '',
      'Niet goed:',
      `- offered [story] lang ${'woord '.repeat(25)}woord…`,
      '    choices: rek 50.0 % (fiets, rek)',
    ]);
  });
});
