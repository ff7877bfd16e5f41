import { describe, expect, it } from '@jest/globals';
import {
  composeChoices,
  composeExplanation,
  composeSource,
  composeUnknown,
} from '../../../src/core/reply/compose-commands.ts';
import {
  bareGuidance,
  guidanceOf,
  heading,
  guidanceEntry,
  paragraph,
  quote,
  smallKnowledge,
  TOPICS,
} from '../small-knowledge.ts';

const guidance = guidanceOf(smallKnowledge());
const nl = { guidance, language: 'nl' } as const;
const en = { guidance, language: 'en' } as const;
const entries = guidance.entries.map((entry) => ({ entry, guidance }));
const bare = bareGuidance();

describe('the explanation of the last answer', () => {
  it('shows the question and the words on which it was found, and keeps those for the next turn', () => {
    const reply = composeExplanation(nl, guidanceEntry(guidance, 'in-rek'), { words: ['rek', 'fiets'] });
    expect(reply).toEqual({
      kind: 'help',
      language: 'nl',
      entry: 'in-rek',
      words: ['rek', 'fiets'],
      blocks: [
        heading('nl uitleg'),
        paragraph('nl uitleg_woorden Waar zet ik mijn fiets?; “rek”, “fiets”'),
        { kind: 'choices', choices: [{ label: 'Waar zet ik mijn fiets?', value: 'entry:in-rek' }] },
      ],
    });
  });

  it.each([[undefined], [[]]])('says that the entry was chosen when there are no words (%j)', (words) => {
    const previous = { entry: 'in-rek', ...(words !== undefined && { words }) };
    const { blocks } = composeExplanation(en, guidanceEntry(guidance, 'in-rek'), previous);
    expect(blocks[1]).toEqual(paragraph('en uitleg_zonder_woorden Where do I put my bicycle?'));
  });

  it('says that there is none yet', () => {
    expect(composeExplanation(nl, undefined, undefined)).toEqual({
      kind: 'help',
      language: 'nl',
      blocks: [paragraph('nl uitleg_geen')],
    });
  });
});

describe('the source of the last answer', () => {
  it('is the paragraph of its quotes, once, with the address of the source', () => {
    expect(composeSource(nl, guidanceEntry(guidance, 'buiten-rek'))).toEqual({
      kind: 'answer',
      language: 'nl',
      entry: 'buiten-rek',
      blocks: [
        heading('nl bron'),
        quote('Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.', 'Stallen'),
        { kind: 'link', text: 'nl over_bron', url: 'https://example.org/stalling' },
      ],
    });
  });

  it('says in English that the paragraph is Dutch', () => {
    expect(composeSource({ ...en, guidance: bare }, guidanceEntry(bare, 'in-rek')).blocks).toEqual([
      heading('en bron'),
      quote('Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.', 'Stallen', 'en'),
      paragraph('en citaat_taal'),
    ]);
  });

  it.each([
    ['there is no answer', undefined],
    ['the answer has no quote', guidanceEntry(guidance, 'kosten')],
  ])('says that there is none when %s', (_, last) => {
    expect(composeSource(nl, last)).toEqual({
      kind: 'help',
      language: 'nl',
      blocks: [paragraph('nl bron_geen')],
    });
  });
});

describe('a question that was not understood', () => {
  it('gets choices', () => {
    const options = [guidanceEntry(guidance, 'in-rek'), guidanceEntry(guidance, 'open')];
    expect(composeChoices(en, options)).toEqual({
      kind: 'choices',
      language: 'en',
      blocks: [
        heading('en keuze'),
        {
          kind: 'choices',
          choices: [
            { label: 'Where do I put my bicycle?', value: 'entry:in-rek' },
            { label: 'Wanneer is de stalling open?', value: 'entry:open' },
          ],
        },
        paragraph('en keuze_anders'),
      ],
    });
  });

  it('gets an example and the topics', () => {
    expect(composeUnknown(nl, entries, false)).toEqual({
      kind: 'unknown',
      language: 'nl',
      blocks: [
        heading('nl onbekend'),
        paragraph('nl onbekend_voorbeeld waar zet ik mijn fiets?'),
        { kind: 'choices', lead: 'nl onbekend_onderwerpen', choices: TOPICS },
      ],
    });
  });

  it('gets the contact too, the second time in a row', () => {
    expect(composeUnknown(en, entries, true).blocks).toEqual([
      heading('en onbekend_weer'),
      paragraph('en onbekend_voorbeeld where do I put my bicycle?'),
      paragraph('en onbekend_contact the front desk'),
      { kind: 'choices', lead: 'en onbekend_onderwerpen', choices: TOPICS },
    ]);
  });

  it('gets no example and no contact when the guidance has none', () => {
    expect(composeUnknown({ guidance: bare, language: 'nl' }, entries, true).blocks).toEqual([
      heading('nl onbekend_weer'),
      { kind: 'choices', lead: 'nl onbekend_onderwerpen', choices: TOPICS },
    ]);
  });
});
