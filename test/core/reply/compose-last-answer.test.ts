import { describe, expect, it } from '@jest/globals';
import { composeChoices, composeUnknown } from '../../../src/core/reply/compose-commands.ts';
import { composeExplanation, composeSource } from '../../../src/core/reply/compose-conversation.ts';
import {
  bareGuidance,
  guidanceOf,
  heading,
  guidanceEntry,
  paragraph,
  quote,
  smallKnowledge,
} from '../small-knowledge.ts';

const guidance = guidanceOf(smallKnowledge());
const nl = { guidance, language: 'nl' } as const;
const en = { guidance, language: 'en' } as const;
const likely = [guidanceEntry(guidance, 'in-rek')];
const bare = bareGuidance();

describe('the explanation of the last answer', () => {
  it('shows the question and the words on which it was found, and keeps those for the next turn', () => {
    const reply = composeExplanation(nl, guidanceEntry(guidance, 'in-rek'), { words: ['rek', 'fiets'] });
    expect(reply).toEqual({
      kind: 'help',
      language: 'nl',
      entry: 'fietsen/in-rek',
      words: ['rek', 'fiets'],
      blocks: [
        heading('nl uitleg'),
        paragraph('nl uitleg_woorden Waar zet ik mijn fiets?; “rek”, “fiets”'),
        { kind: 'choices', choices: [{ label: 'Waar zet ik mijn fiets?', value: 'entry:fietsen/in-rek' }] },
      ],
    });
  });

  it.each([[undefined], [[]]])('says that the entry was chosen when there are no words (%j)', (words) => {
    const previous = { entry: 'fietsen/in-rek', ...(words !== undefined && { words }) };
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
    expect(composeSource(nl, guidanceEntry(guidance, 'buiten-rek'), undefined)).toEqual({
      kind: 'answer',
      language: 'nl',
      entry: 'fietsen/buiten-rek',
      blocks: [
        heading('nl bron'),
        quote('Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.', 'Stallen'),
        { kind: 'link', text: 'nl over_bron', url: 'https://example.org/stalling' },
      ],
    });
  });

  it('says in English that the paragraph is Dutch', () => {
    expect(composeSource({ ...en, guidance: bare }, guidanceEntry(bare, 'in-rek'), undefined).blocks).toEqual(
      [
        heading('en bron'),
        quote('Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.', 'Stallen', 'en'),
        paragraph('en citaat_taal'),
      ],
    );
  });

  it.each([
    ['there is no answer yet', undefined, undefined, 'nl bron_geen'],
    ['the source is silent', guidanceEntry(guidance, 'kosten'), undefined, 'nl bron_stil'],
    [
      'both answers have none',
      guidanceEntry(guidance, 'kosten'),
      guidanceEntry(guidance, 'kosten'),
      'nl bron_stil',
    ],
  ])('says why there is none when %s', (_, last, quoted, said) => {
    expect(composeSource(nl, last, quoted)).toEqual({
      kind: 'help',
      language: 'nl',
      blocks: [paragraph(said)],
    });
  });

  it('is that of the answer before, when the source is silent', () => {
    const [silent, before] = [guidanceEntry(guidance, 'kosten'), guidanceEntry(guidance, 'open')];
    expect(composeSource(en, silent, before).blocks).toEqual([
      paragraph('en bron_stil'),
      paragraph('en bron_eerder Wanneer is de stalling open?'),
      quote('De stalling is open van zeven tot negentien uur.', 'Openingstijden', 'en'),
      paragraph('en citaat_taal'),
      { kind: 'link', text: 'en over_bron', url: 'https://example.org/stalling' },
    ]);
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
            { label: 'Where do I put my bicycle?', value: 'entry:fietsen/in-rek' },
            { label: 'Wanneer is de stalling open?', value: 'entry:fietsen/open' },
          ],
        },
        paragraph('en keuze_anders'),
      ],
    });
  });

  it('hears what the bot knows and in which languages, and gets likely questions', () => {
    expect(composeUnknown(nl, [guidance], { likely, again: false })).toEqual({
      kind: 'unknown',
      language: 'nl',
      blocks: [
        heading('nl onbekend'),
        paragraph('nl onbekend_uitleg Regels voor de stalling; waar zet ik mijn fiets? nl onbekend_talen'),
        {
          kind: 'choices',
          lead: 'nl onbekend_vragen',
          choices: [{ label: 'Waar zet ik mijn fiets?', value: 'entry:fietsen/in-rek' }],
        },
        { kind: 'choices', choices: [{ label: 'nl onderwerpen_knop', value: 'onderwerpen' }] },
      ],
    });
  });

  it('hears that the guidance has no answer, when the question is on its subject', () => {
    const miss = { likely, again: false, isOnSubject: true };
    expect(composeUnknown(nl, [guidance], miss).blocks.slice(0, 3)).toEqual([
      heading('nl onbekend_staat_er_niet_in Regels voor de stalling'),
      paragraph('nl onbekend_andere_woorden'),
      {
        kind: 'choices',
        lead: 'nl onbekend_vragen',
        choices: [{ label: 'Waar zet ik mijn fiets?', value: 'entry:fietsen/in-rek' }],
      },
    ]);
  });

  it('hears of no other language when the guidance has one', () => {
    const entries = guidance.entries.map(({ wording: { nl: own }, ...entry }) => ({
      ...entry,
      wording: own === undefined ? {} : { nl: own },
    }));
    expect(composeUnknown(nl, [{ ...guidance, entries }], { likely: [], again: false }).blocks[1]).toEqual(
      paragraph('nl onbekend_uitleg Regels voor de stalling; waar zet ik mijn fiets?'),
    );
  });

  it('gets the contact too, the second time in a row', () => {
    expect(composeUnknown(en, [guidance], { likely: [], again: true }).blocks).toEqual([
      heading('en onbekend_weer'),
      paragraph('en onbekend_uitleg Regels voor de stalling; where do I put my bicycle? en onbekend_talen'),
      paragraph('en onbekend_contact the front desk'),
      { kind: 'choices', choices: [{ label: 'en onderwerpen_knop', value: 'onderwerpen' }] },
    ]);
  });

  it('gets no contact when the guidance has none', () => {
    expect(
      composeUnknown({ guidance: bare, language: 'nl' }, [bare], { likely: [], again: true }).blocks,
    ).not.toContainEqual(expect.objectContaining({ text: expect.stringContaining('onbekend_contact') }));
  });
});
