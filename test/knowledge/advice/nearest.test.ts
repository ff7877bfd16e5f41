import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nearestName as nearest } from '../../../src/core/index.ts';
import { load } from '../../fixtures/guidance.ts';

const ids = (load({}, ['online-communicatie']).knowledge.guidances[0]?.entries ?? []).map(({ id }) => id);
const long = ids.filter((id) => id.length > 5);

/** An id with one slip of the keyboard: a letter left out, typed twice, changed, or swapped with the next. */
const slipped = fc
  .constantFrom(...long)
  .chain((id) => fc.record({ id: fc.constant(id), at: fc.nat(id.length - 2), slip: fc.nat(3) }))
  .map(({ id, at, slip }) => {
    const [before, here, next, after] = [id.slice(0, at), id[at] ?? '', id[at + 1] ?? '', id.slice(at + 2)];
    const typed = [next, here + here + next, `x${next}`, next + here][slip] ?? '';
    return { id, wrong: before + typed + after };
  });

describe('the nearest name', () => {
  it('is the one that was meant, for one slip of the keyboard in any id of the shipped knowledge', () => {
    fc.assert(
      fc.property(slipped, ({ id, wrong }) => {
        fc.pre(!ids.includes(wrong));
        expect(nearest(wrong, ids)).toBe(id);
      }),
      { numRuns: 500 },
    );
  });

  it('is the name itself when it is there', () => {
    expect(ids.filter((id) => nearest(id, ids) !== id)).toEqual([]);
  });

  // A wrong suggestion costs an editor more time than none.
  it.each([
    ['zelfcheck', ['geschenken-en-belangen', 'afscheid']],
    ['pauze', ['auteursrecht', 'platformkeuze']],
    ['x', ['bedreiging-en-doxing']],
    ['foo', ['soort', 'onderwerp']],
    ['', ['soort']],
    ['antwoord', []],
  ])('is none for “%s” when only strangers are there', (word, options) => {
    expect(nearest(word, options)).toBeUndefined();
  });
});
