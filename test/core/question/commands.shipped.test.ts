import { beforeAll, describe, expect, it } from '@jest/globals';
import { createCommandParser, editorQuestions } from '../../../src/core/question/commands.ts';
import { parseText } from '../../../src/core/question/normalize.ts';
import { createAsker } from '../../../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../../src/knowledge/index.ts';
import type { Asker } from '../../../src/core/index.ts';
import { createFileCache } from '../../../src/knowledge/model-cache.ts';
import { guidanceOf } from '../small-knowledge.ts';
import { CHANNEL_TEXTS } from '../../../src/cli/channel-texts.ts';

/** The shipped command names, beside all shipped questions. */
const { knowledge } = loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS);
let asker: Asker;
beforeAll(() => {
  asker = createAsker(knowledge, createFileCache());
}, 300_000);

describe('a command', () => {
  it.each([
    ['zelfcheck', ['Zelfcheck!', 'zelf-check', 'doe de zelfcheck', 'zelfcheckk', 'zelfchekc', 'zelfchcek']],
    ['zelfcheck', ['zefcheck', 'checklist', 'checklsit']],
    ['onderwerpen', ['onderwepren', 'onderwerpem', 'themas', "thema's", 'overzicht', 'menu']],
    ['zelfcheck', ['tjeklijst', 'sjeklist', 'zelf sjek', 'zelfchekc', 'cheklijst']],
    ['onderwerpen', ['onderwrpn', 'onderwepn', 'meun', 'tema', 'tehma', 'lijts']],
    ['help', ['  HELP  ', 'help?', 'hulp', '?', '??', '/help', 'wat kun je']],
    ['help', ['hlep', 'Hepl!', 'ehlp', 'halp', 'hellp', 'hlp', 'hlup', 'hupl', 'uhlp', 'hulpp']],
    ['over', ['over deze bot', 'Over deze bto', 'versie', 'colofon']],
    ['over', ['ovre', 'oevr', 'ovr', 'inof', 'ifno', 'nifo', 'versei', 'vesrie', 'verzie']],
    ['uitleg', ['leg uit', 'toelichting', 'toelichtng', 'waarom dit antwoord?']],
    ['bron', ['bron?', 'de bron', 'hele alinea', 'hele alinae']],
  ])('is recognised in Dutch, also with a typing error: %s', (name, texts) => {
    const { kind, blocks } = asker.ask({ text: name });
    for (const text of texts) {
      expect([text, asker.ask({ text })]).toEqual([
        text,
        expect.objectContaining({ kind, blocks, language: 'nl' }),
      ]);
    }
  });

  it.each([
    ['start self check', ['self assessment', 'start the self check', 'strat the self check']],
    [
      'main menu',
      ['topics', 'topisc', 'tpoics', 'toppics', 'overview', 'overveiw', 'list of topics', 'show topics'],
    ],
    ['what can you do?', ['what can yuo do', 'instructions', 'how does this work']],
    ['about this bot', ['about', 'abotu', 'aobut', 'baout', 'abuot this bot', 'version']],
    ['explain', ['explanation', 'explenation', 'explian', 'how do you know?']],
    ['source', ['where does it say that?', 'whole paragraph', 'whole paragrahp']],
  ])('is recognised in English, also with a typing error: %s', (name, texts) => {
    const { kind, blocks } = asker.ask({ text: name });
    for (const text of texts) {
      expect([text, asker.ask({ text })]).toEqual([
        text,
        expect.objectContaining({ kind, blocks, language: 'en' }),
      ]);
    }
  });

  it.each([
    ['zelfcheck', 'laat de zelfcheck eens zien'],
    ['zelfcheck', 'Goedemiddag, mag ik de zelftest zien?'],
    ['zelfcheck', 'waar vind ik de checklist'],
    ['onderwerpen', 'toon alle onderwerpen eens'],
    ['start self check', 'could you show me the checklist please'],
  ])('is recognised in a request: %s', (name, text) => {
    expect(asker.ask({ text }).blocks).toEqual(asker.ask({ text: name }).blocks);
  });

  it.each([
    'waarom bestaat de zelfcheck',
    'mag mijn baas de zelfcheck van mij zien',
    'over welke onderwerpen kan ik schrijven',
    'ik wil mijn bron citeren',
  ])('is not recognised in a question about it: %s', (text) => {
    expect(asker.explain({ text }).decision).not.toBe('command');
  });

  // Many people ask a question in one word, and a short word is soon like a command.
  it.each([
    ['voer'],
    ['oven'],
    ['ober'],
    ['gulp'],
    ['hel'],
    ['hallo'],
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
    ['aanleiding'],
    ['onderweg'],
    ['onder de pet'],
    ['station'],
    ['How are you?'],
    ['is de zelfcheck verplicht?'],
    ['mag ik mijn bron noemen'],
  ])('is not recognised in another question: “%s”', (text) => {
    expect(asker.explain({ text }).decision).not.toBe('command');
  });

  // A command is never matched, so a question that is taken for one is never answered.
  it('is none of the questions of several words of answers and silent entries', () => {
    const { entries, practice, words } = guidanceOf(knowledge);
    const commandOf = createCommandParser(words, ['nl', 'en'], editorQuestions(entries));
    const known = entries
      .filter(({ kind }) => kind === 'answer' || kind === 'silent')
      .flatMap(({ id, wording }) => [
        ...Object.values(wording).flatMap(({ question, variants }) => [question, ...variants]),
        ...practice.flatMap(({ text, entry }) => (entry === id ? [text] : [])),
      ]);
    const longer = known.filter((text) => text.includes(' '));
    expect(longer.filter((text) => commandOf(parseText(text)) !== undefined)).toEqual([]);
  });
});
