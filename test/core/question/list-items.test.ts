import { describe, expect, it } from '@jest/globals';
import { listItems } from '../../../src/core/question/list-items.ts';

describe('a message that is a list', () => {
  it.each([
    ['- mag dit\n- en dat?', ['mag dit', 'en dat']],
    ['Twee vragen:\n1. mag dit\n2. mag dat', ['mag dit', 'mag dat']],
    ['1) mag dit\n\n2) mag dat', ['mag dit', 'mag dat']],
    ['(a) mag dit\n(b) mag dat', ['mag dit', 'mag dat']],
    ['• mag dit\n• mag dat', ['mag dit', 'mag dat']],
  ])('has items without their marks: %j', (text, items) => {
    expect(listItems(text)?.map(({ tokens }) => tokens.join(' '))).toEqual(items);
  });

  it.each([
    'mag dit',
    '- mag dit',
    'mag dit - mag dat',
    'ik las dit\nen dat\n- mag dit\n- mag dat',
    '',
    '-\n-',
  ])('is no list: %j', (text) => {
    expect(listItems(text)).toBeUndefined();
  });
});
