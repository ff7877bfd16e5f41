import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCommands } from '../../src/core/commands.ts';
import { loadKnowledge } from '../../src/core/index.ts';
import { guidanceOf, smallKnowledge } from './small-knowledge.ts';

const { entries, practice, words } = guidanceOf(loadKnowledge().knowledge);
const shipped = createCommands(words, ['nl', 'en']);
const small = createCommands(guidanceOf(smallKnowledge()).words, ['nl', 'en']);

describe('the words of the shipped knowledge', () => {
  it.each([
    ['zelfcheck', 'checklist'],
    ['Zelfcheck!', 'checklist'],
    ['zelf-check', 'checklist'],
    ['doe de zelfcheck', 'checklist'],
    ['zelfcheckk', 'checklist'],
    ['zelfchekc', 'checklist'],
    ['zelfchcek', 'checklist'],
    ['zefcheck', 'checklist'],
    ['checklsit', 'checklist'],
    ['onderwerpen', 'topics'],
    ['onderwepren', 'topics'],
    ['onderwerpem', 'topics'],
    ['themas', 'topics'],
    ["thema's", 'topics'],
    ['help', 'help'],
    ['  HELP  ', 'help'],
    ['help?', 'help'],
    ['hulp', 'help'],
    ['?', 'help'],
    ['??', 'help'],
    ['/help', 'help'],
    ['wat kun je', 'help'],
    ['over', 'about'],
    ['wie ben je?', 'about'],
    ['wie bne je', 'about'],
    ['disclamer', 'about'],
    ['uitleg', 'explain'],
    ['toelichtng', 'explain'],
    ['waarom dit antwoord?', 'explain'],
    ['bron', 'source'],
    ['bron?', 'source'],
    ['hele alinae', 'source'],
  ])('hear the Dutch command in “%s”', (text, kind) => {
    expect(shipped(text)).toEqual({ kind, language: 'nl' });
  });

  it.each([
    ['self assessment', 'checklist'],
    ['start the self check', 'checklist'],
    ['strat the self check', 'checklist'],
    ['main menu', 'topics'],
    ['overveiw', 'topics'],
    ['list of topics', 'topics'],
    ['what can you do?', 'help'],
    ['what can yuo do', 'help'],
    ['instructions', 'help'],
    ['about this bot', 'about'],
    ['abuot this bot', 'about'],
    ['explanation', 'explain'],
    ['explenation', 'explain'],
    ['explian', 'explain'],
    ['where does it say that?', 'source'],
    ['whole paragraph', 'source'],
    ['whole paragrahp', 'source'],
  ])('hear the English command in “%s”', (text, kind) => {
    expect(shipped(text)).toEqual({ kind, language: 'en' });
  });

  // One word is a whole question for many people; each of these stands in the knowledge as something to ask about.
  it.each([
    ['reageren'],
    ['handreiking'],
    ['voorlichting'],
    ['selfies'],
    ['comments'],
    ['content'],
    ['context'],
    ['contacts'],
    ['consent'],
    ['begonnen'],
    ['overtuig'],
    ['teletekst'],
    ['aanleiding'],
    ['onderweg'],
    ['onder de pet'],
    ['station'],
    ['How are you?'],
    ['oven'],
    ['over mijn werk'],
    ['is de zelfcheck verplicht?'],
    ['zelfcheck\nmag ik dit plaatsen?'],
    ['constructor'],
    ['__proto__'],
    [''],
    ['   '],
    ['👍'],
    ['help '.repeat(40)],
  ])('take “%s” for a question, not for a command', (text) => {
    expect(shipped(text)).toBeUndefined();
  });

  // A command wins from the matcher, so what stands in both is never answered.
  it('leave the short questions of answers and silent entries to the matcher', () => {
    const known = entries
      .filter(({ kind }) => kind === 'answer' || kind === 'silent')
      .flatMap(({ id, wording }) => [
        ...Object.values(wording).flatMap(({ question, variants }) => [question, ...variants]),
        ...practice.flatMap(({ text, entry }) => (entry === id ? [text] : [])),
      ]);
    const short = known.filter((text) => text.split(' ').length <= 3);
    expect(short.filter((text) => shipped(text) !== undefined)).toEqual([]);
  });
});

describe('the value of a button', () => {
  it.each([
    ['entry:in-rek', { kind: 'entry', entry: 'in-rek' }],
    ['  entry: in-rek ', { kind: 'entry', entry: 'in-rek' }],
    ['entry:bestaat niet meer', { kind: 'entry', entry: 'bestaat niet meer' }],
    ['entry:__proto__', { kind: 'entry', entry: '__proto__' }],
    ['topic:Niet in de regels', { kind: 'topic', topic: 'Niet in de regels' }],
    [`topic:${'x'.repeat(200)}`, { kind: 'topic', topic: 'x'.repeat(200) }],
  ])('is read from “%s”, whether there is such an entry or not', (text, command) => {
    expect(small(text)).toEqual(command);
  });

  it.each([['entry:'], [`entry:${'x'.repeat(201)}`], ['zie entry:in-rek'], ['Entry:in-rek']])(
    'is not seen in “%s”',
    (text) => {
      expect(small(text)).toBeUndefined();
    },
  );
});

describe('any words', () => {
  it('do not guess at a command of fewer than six letters', () => {
    expect([small('bron'), small('brom'), small('over'), small('oven')]).toEqual([
      { kind: 'source', language: 'nl' },
      undefined,
      { kind: 'about', language: 'nl' },
      undefined,
    ]);
  });

  it('are heard with any capitals, spaces and marks around and in them', () => {
    const noise = fc.constantFrom(' ', '  ', '-', '!', '.', '\t', '\u200b', '<@U123>');
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 6 }), fc.nat(10), (parts, at) => {
        const text = `${parts.join('')}Onder${parts.join('')}werpen`.replace('w', at > 5 ? 'W' : 'w');
        expect(small(text)).toEqual({ kind: 'topics', language: 'nl' });
      }),
    );
  });
});
