import { describe, expect, it } from '@jest/globals';
import { fill, requiredPlaceholders } from '../../src/core/texts.ts';

const TEXT = 'De {titel}[, editie {editie}][, van {eigenaar}].';

describe('a part of a sentence between square brackets', () => {
  it.each([
    [{ titel: 'Richtlijn', editie: '2024', eigenaar: 'UMC' }, 'De Richtlijn, editie 2024, van UMC.'],
    [{ titel: 'Richtlijn', editie: '', eigenaar: 'UMC' }, 'De Richtlijn, van UMC.'],
    [{ titel: 'Richtlijn', editie: '2024', eigenaar: undefined }, 'De Richtlijn, editie 2024.'],
    [{ titel: 'Richtlijn' }, 'De Richtlijn.'],
  ])('goes when a name in it has no value: %j', (values, text) => {
    expect(fill(TEXT, values)).toBe(text);
  });

  it('stays as it is without a name, and in what is filled in', () => {
    expect(fill('Kies [1] of {titel}', { titel: '[2]{x}' })).toBe('Kies [1] of [2]{x}');
  });

  it('holds the names that need no value', () => {
    expect(requiredPlaceholders(TEXT)).toEqual(['titel']);
  });
});
