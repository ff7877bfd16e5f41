import { describe, expect, it } from '@jest/globals';
import { ENTRY_ID, findEntry, isSameEntry, shortestIds } from '../../src/core/index.ts';

const entries = ['a/open', 'b/open', 'b/dicht', 'a/zelfcheck', 'b/zelfcheck'].map((id) => ({ id }));

describe('the id of an entry', () => {
  it.each([
    ['b/open', 'b/open'],
    ['open', 'a/open'],
    ['dicht', 'b/dicht'],
    ['zelfcheck', 'a/zelfcheck'],
    ['zelfcheck-b', 'b/zelfcheck'],
    ['a/dicht', undefined],
    ['c/open', undefined],
    ['weg', undefined],
    ['open-b', undefined],
    ['', undefined],
  ])('%j is found as %j', (id, found) => {
    expect(findEntry(entries, id)?.id).toBe(found);
  });

  it('wins over the id that the self-check of a guidance had', () => {
    expect(findEntry([{ id: 'b/zelfcheck' }, { id: 'a/zelfcheck-b' }], 'zelfcheck-b')?.id).toBe(
      'a/zelfcheck-b',
    );
  });

  it.each([
    ['online-communicatie/alleen-meelezen', true],
    ['alleen-meelezen', true],
    ['a/artikel-3.1', true],
    ['a/b/c', false],
    ['/a', false],
    ['a/', false],
    ['../a', false],
    ['a/B', false],
    ['', false],
  ])('%j has its form: %j', (id, isValid) => {
    expect(ENTRY_ID.test(id)).toBe(isValid);
  });

  it('is the same with and without its guidance, not with another', () => {
    expect(isSameEntry('a/open', 'open')).toBe(true);
    expect(isSameEntry('open', 'a/open')).toBe(true);
    expect(isSameEntry('a/open', 'b/open')).toBe(false);
    expect(isSameEntry('open', 'a/dicht')).toBe(false);
  });

  it('is short where there is one guidance', () => {
    expect(shortestIds([{ id: 'a/open' }, { id: 'a/dicht' }])('a/open')).toBe('open');
    expect(shortestIds(entries)('a/open')).toBe('a/open');
    expect(shortestIds([])('open')).toBe('open');
  });
});
