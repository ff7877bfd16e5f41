import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import type { Phrasings } from '../../../src/core/model.ts';
import { parseText } from '../../../src/core/question/normalize.ts';
import { createPhrasingMatcher } from '../../../src/core/question/phrasings.ts';

const shipped = parse(readFileSync('knowledge/basis/zinsvormen.yaml', 'utf8')) as Record<string, Phrasings>;
const { tellsOfPosting } = createPhrasingMatcher(Object.values(shipped));

describe('a message about what is online already', () => {
  it.each([
    ['Ik heb gisteren een foto geplaatst, was dat slim?', true],
    ['heb mijn reactie al online gezet', true],
    ['het staat al online', true],
    ["I've just posted something", true],
    ['it is already online', true],
    ['ik heb een foto, zal ik die plaatsen', false],
    ['ik heb nog niets geplaatst', false],
    ['ik heb het niet gepost', false],
    ['wat is er al geplaatst', false],
    ['can this be shared', false],
    ['I have not posted it yet', false],
  ])('%j: %j', (text, tells) => {
    expect(tellsOfPosting(parseText(text).tokens)).toBe(tells);
  });
});
