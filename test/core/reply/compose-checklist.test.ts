import { describe, expect, it } from '@jest/globals';
import type { Language, Reply } from '../../../src/core/index.ts';
import { composeEntry } from '../../../src/core/reply/compose.ts';
import {
  citation,
  entryReply,
  guidanceEntry,
  guidanceOf,
  quote,
  smallFile,
  smallKnowledge,
} from '../small-knowledge.ts';

const guidance = guidanceOf(smallKnowledge());
/** The text of each block, or its kind when it has no text of its own. */
const outline = ({ blocks }: Reply) =>
  blocks.map((block) => {
    if (block.kind === 'quote') return block.texts.join(' ');
    return 'text' in block ? block.text : block.kind;
  });

describe('the self-check', () => {
  it('has other tips for what is online already, where the editor wrote them', () => {
    const path = 'fietsen/zelfcheck.yaml';
    const written = smallFile(path).replace('verwant:', 'na_plaatsing: [Zet je fiets weg.]\nverwant:');
    const own = guidanceEntry(guidanceOf(smallKnowledge({ [path]: written })), 'zelfcheck');
    const stepsOf = (language: Language, isPosted: boolean) =>
      composeEntry(own, language, [], () => undefined, { isPosted }).blocks.find(
        ({ kind }) => kind === 'list',
      );
    expect(stepsOf('nl', true)).toEqual({ kind: 'list', items: ['Zet je fiets weg.'] });
    expect(stepsOf('nl', false)).toEqual({ kind: 'list', items: ['Vraag het een collega.'] });
    expect(stepsOf('en', true)).toEqual({ kind: 'list', items: ['Ask a colleague.'] });
  });

  it('puts its questions under the sentence that they complete, with one citation, and the steps of the editor in a list', () => {
    expect(entryReply(guidance, 'zelfcheck', 'nl')).toEqual({
      kind: 'checklist',
      language: 'nl',
      entry: 'fietsen/zelfcheck',
      words: ['rek'],
      blocks: [
        { kind: 'heading', text: 'Twijfel je over je fiets?' },
        { kind: 'paragraph', text: 'Stel jezelf twee vragen.' },
        {
          kind: 'checklist',
          lead: 'Twijfel je? Ga na of:',
          questions: ['Je fiets in een rek past.', 'Je fiets op slot staat.'],
          language: 'nl',
          source: citation(['Je fiets in een rek past.', 'Je fiets op slot staat.'], 'Openingstijden'),
        },
        quote('Zet je fiets in een rek.', 'Stallen'),
        { kind: 'paragraph', text: 'Je weegt het zelf af.' },
        { kind: 'paragraph', text: 'nl zelfcheck_vervolg' },
        { kind: 'list', items: ['Vraag het een collega.'] },
        {
          kind: 'choices',
          lead: 'nl verwant',
          choices: [{ label: 'Waar zet ik mijn fiets?', value: 'entry:fietsen/in-rek' }],
        },
      ],
    });
  });

  it('notes once, after all quotes, that they are in Dutch', () => {
    expect(outline(entryReply(guidance, 'zelfcheck', 'en'))).toEqual([
      'In doubt about your bicycle?',
      'Ask yourself two questions.',
      'checklist',
      'Zet je fiets in een rek.',
      'en citaat_taal',
      'You weigh it yourself.',
      'en zelfcheck_vervolg',
      'list',
      'choices',
    ]);
  });

  it('has in English a translation beside each question, and notes only that other quotes are in Dutch', () => {
    const path = 'fietsen/zelfcheck.yaml';
    const translations = ['Your bicycle fits in a rack.', 'Your bicycle is locked.'];
    const text = smallFile(path).replace('two questions.\n', `$&  vragen: ${JSON.stringify(translations)}\n`);
    const replyOf = (file: string, language: Language) =>
      entryReply(guidanceOf(smallKnowledge({ [path]: file })), 'zelfcheck', language);
    const checklistIn = ({ blocks }: Reply) => blocks.find(({ kind }) => kind === 'checklist');
    expect(checklistIn(replyOf(text, 'en'))).toMatchObject({ translations });
    expect(checklistIn(replyOf(text, 'nl'))).not.toHaveProperty('translations');
    expect(outline(replyOf(text, 'en'))).toContain('en citaat_taal');
    expect(outline(replyOf(text.replace(/^advies:.*\n/m, ''), 'en'))).not.toContain('en citaat_taal');
  });

  it('notes that its questions are in Dutch, also without advice after them', () => {
    const path = 'fietsen/zelfcheck.yaml';
    const text = smallFile(path).replace(/^(?:aanhef|advies|verwant):.*\n/gm, '');
    const bare = guidanceOf(smallKnowledge({ [path]: text }));
    expect(outline(entryReply(bare, 'zelfcheck', 'en'))).toEqual([
      'In doubt about your bicycle?',
      'Ask yourself two questions.',
      'checklist',
      'en citaat_taal',
      'You weigh it yourself.',
      'en zelfcheck_vervolg',
      'list',
    ]);
  });
});
