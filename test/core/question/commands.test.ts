import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCommandParser } from '../../../src/core/question/commands.ts';
import { parseText } from '../../../src/core/question/normalize.ts';
import { parseButton, topicValue } from '../../../src/core/reply/buttons.ts';
import type { Language } from '../../../src/core/index.ts';
import { guidanceOf, smallKnowledge } from '../small-knowledge.ts';

type Parts = Parameters<typeof createCommandParser>;
const reader = (...parts: Parts) => {
  const command = createCommandParser(...parts);
  return (text: string, last?: Language) => command(parseText(text), last);
};
const small = reader(guidanceOf(smallKnowledge()).words, ['nl', 'en']);

describe('a command', () => {
  it.each([
    ['Zelfcheck!', { kind: 'checklist', language: 'nl' }],
    ['checklist', { kind: 'checklist', language: 'en' }],
    ['GUIDE ME', { kind: 'help', language: 'en' }],
    ['?', { kind: 'help', language: 'nl' }],
    [' ??? ', { kind: 'help', language: 'nl' }],
    ['onderwerpem', { kind: 'topics', language: 'nl' }],
    ['onderwrepen', { kind: 'topics', language: 'nl' }],
    ['onderwerpenn', { kind: 'topics', language: 'nl' }],
  ])('is recognised in “%s”', (text, command) => {
    expect(small(text)).toEqual(command);
  });

  it.each([
    ['over mijn fiets'],
    ['is de zelfcheck verplicht?'],
    ['zelfcheck\nmag ik dit plaatsen?'],
    ['constructor'],
    ['__proto__'],
    [''],
    ['   '],
    ['👍'],
    ['help '.repeat(40)],
  ])('is not recognised in “%s”', (text) => {
    expect(small(text)).toBeUndefined();
  });

  it('of both languages is taken in the language of the last reply, else in the first', () => {
    const { words } = guidanceOf(smallKnowledge());
    const help = (last?: Language) => reader({ ...words, en: words.nl }, ['nl', 'en'])('help', last);
    expect([help(), help('nl'), help('en')]).toEqual(
      ['nl', 'nl', 'en'].map((language) => ({ kind: 'help', language })),
    );
  });

  it('with a typing error loses from an equal question of an editor, or from a word of one', () => {
    const { words } = guidanceOf(smallKnowledge());
    const found = (...questions: readonly string[]) => reader(words, ['nl', 'en'], questions)('onderworpen');
    expect(found()).toEqual({ kind: 'topics', language: 'nl' });
    expect(found('Onderworpen?')).toBeUndefined();
    expect(found('ben ik daaraan onderworpen')).toBeUndefined();
  });

  it('in one word wins from an equal question, and in several words loses', () => {
    const { words } = guidanceOf(smallKnowledge());
    const found = reader(words, ['nl', 'en'], ['bron', 'over', 'guide me']);
    expect([found('bron'), found('guide me')]).toEqual([{ kind: 'source', language: 'nl' }, undefined]);
  });
});

describe('the value of a button', () => {
  it.each([
    ['entry:in-rek', { kind: 'entry', entry: 'in-rek' }],
    ['  entry: in-rek ', { kind: 'entry', entry: 'in-rek' }],
    ['entry:bestaat niet meer', { kind: 'entry', entry: 'bestaat niet meer' }],
    ['entry:__proto__', { kind: 'entry', entry: '__proto__' }],
    ['entry:fietsen/in-rek', { kind: 'entry', entry: 'fietsen/in-rek' }],
    ['topic:Niet in de regels', { kind: 'topic', topic: 'Niet in de regels', page: 1 }],
    ['topic:Niet in de regels#3', { kind: 'topic', topic: 'Niet in de regels', page: 3 }],
    ['topic:Top 2#', { kind: 'topic', topic: 'Top 2#', page: 1 }],
    [`topic:${'x'.repeat(2_000)}`, { kind: 'topic', topic: 'x'.repeat(2_000), page: 1 }],
  ])('is read from “%s”, whether there is such an entry or not', (text, command) => {
    expect(small(text)).toEqual(command);
  });

  it.each([['entry:'], ['zie entry:in-rek'], ['Entry:in-rek']])('is not seen in “%s”', (text) => {
    expect(small(text)).toBeUndefined();
  });

  it('gives back the topic and the page that it was made of, whatever the topic is called', () => {
    const topic = fc.oneof(
      fc.string(),
      fc.constantFrom('Les #2', '#1', 'a#2#3', 'x'.repeat(300), 'topic:a', 'b#'),
    );
    const named = topic.map((text) => text.trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(named, fc.integer({ min: 1, max: 999 }), (topic, page) => {
        const value = topicValue('fietsen', topic, page);
        expect(parseButton(value)).toEqual({ kind: 'topic', topic: `fietsen/${topic}`, page });
      }),
    );
  });
});

describe('a typing error', () => {
  it('is not corrected in a short command, which is like other words', () => {
    expect([small('bron'), small('brom'), small('over'), small('oven')]).toEqual([
      { kind: 'source', language: 'nl' },
      undefined,
      { kind: 'about', language: 'nl' },
      undefined,
    ]);
  });

  it('is not made by capitals, spaces and marks', () => {
    const noise = fc.constantFrom(' ', '  ', '-', '!', '.', '\t', '\u200b', '<@U123>');
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 6 }), fc.nat(10), (parts, at) => {
        const text = `${parts.join('')}Onder${parts.join('')}werpen`.replace('w', at > 5 ? 'W' : 'w');
        expect(small(text)).toEqual({ kind: 'topics', language: 'nl' });
      }),
    );
  });
});
