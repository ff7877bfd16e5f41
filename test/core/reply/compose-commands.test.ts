import { describe, expect, it } from '@jest/globals';
import { composeAbout, composeEmpty, composeHelp } from '../../../src/core/reply/compose-commands.ts';
import { composeTopic, composeTopics, composeVanished } from '../../../src/core/reply/topics.ts';
import type { Block } from '../../../src/core/index.ts';
import { bareGuidance, guidanceOf, heading, paragraph, smallKnowledge, TOPICS } from '../small-knowledge.ts';

const guidance = guidanceOf(smallKnowledge());
const nl = { guidance, language: 'nl' } as const;
const en = { guidance, language: 'en' } as const;
const entries = guidance.entries.map((entry) => ({ entry, guidance }));
const bare = bareGuidance();
const nextSteps: Block = {
  kind: 'choices',
  choices: [
    { label: 'nl onderwerpen_knop', value: 'onderwerpen' },
    { label: 'nl zelfcheck_knop', value: 'zelfcheck' },
  ],
};
describe('topics', () => {
  it('are each a button, once, in the order of the entries', () => {
    expect(composeTopics(nl, entries)).toEqual({
      kind: 'topics',
      language: 'nl',
      blocks: [
        heading('nl onderwerpen'),
        paragraph('nl onderwerpen_uitleg'),
        { kind: 'choices', choices: TOPICS },
      ],
    });
  });

  it('open to the questions of one topic, with a button back', () => {
    expect(composeTopic(nl, 'Stallen', 1, entries)).toEqual({
      kind: 'topics',
      language: 'nl',
      blocks: [
        heading('nl onderwerp Stallen'),
        {
          kind: 'choices',
          choices: [
            { label: 'Waar zet ik mijn fiets?', value: 'entry:fietsen/in-rek' },
            { label: 'Wat gebeurt er met een fiets buiten het rek?', value: 'entry:fietsen/buiten-rek' },
          ],
        },
        { kind: 'choices', choices: [{ label: 'nl onderwerpen_knop', value: 'onderwerpen' }] },
      ],
    });
  });

  it('are shown in pages of fifteen questions, with a button for the next', () => {
    const [first] = entries;
    if (first === undefined) throw new Error('no entries');
    const many = Array.from({ length: 20 }, (_, place) => ({
      ...first,
      entry: { ...first.entry, id: `v${place}`, topic: 'Veel' },
    }));
    const valuesOf = (page: number) =>
      composeTopic(nl, 'Veel', page, many).blocks.flatMap((block) =>
        block.kind === 'choices' ? block.choices.map(({ value }) => value) : [],
      );
    expect(valuesOf(1)).toEqual([
      ...many.slice(0, 15).map(({ entry }) => `entry:${entry.id}`),
      'topic:fietsen/Veel#2',
      'onderwerpen',
    ]);
    expect(valuesOf(2)).toEqual([...many.slice(15).map(({ entry }) => `entry:${entry.id}`), 'onderwerpen']);
    expect(composeTopic(nl, 'Veel', 3, many)).toEqual(composeVanished(nl, many));
  });

  it.each([
    ['a topic', composeTopic(nl, 'Opgeheven', 1, entries)],
    ['an entry', composeVanished(nl, entries)],
  ])('are offered by the button of %s that is no longer there', (_, reply) => {
    expect(reply).toEqual({
      kind: 'topics',
      language: 'nl',
      blocks: [paragraph('nl verdwenen'), { kind: 'choices', choices: TOPICS }],
    });
  });
});

describe('help', () => {
  it('explains, gives an example, names every command and offers the next steps', () => {
    expect(composeHelp(nl, true)).toEqual({
      kind: 'help',
      language: 'nl',
      blocks: [
        heading('nl hulp Regels voor de stalling'),
        paragraph('nl hulp_uitleg Regels voor de stalling'),
        paragraph('nl welkom Regels voor de stalling; waar zet ik mijn fiets?'),
        paragraph('nl hulp_opdrachten'),
        {
          kind: 'list',
          items: [
            'nl hulp_opdracht_zelfcheck',
            'nl hulp_opdracht_onderwerpen',
            'nl hulp_opdracht_uitleg',
            'nl hulp_opdracht_bron',
            'nl hulp_opdracht_over',
          ],
        },
        nextSteps,
      ],
    });
  });

  it('leaves out an example and a self-check that are not there', () => {
    expect(composeHelp({ guidance: bare, language: 'nl' }, false).blocks).toEqual([
      heading('nl hulp Regels voor de stalling'),
      paragraph('nl hulp_uitleg Regels voor de stalling'),
      paragraph('nl hulp_opdrachten'),
      {
        kind: 'list',
        items: [
          'nl hulp_opdracht_onderwerpen',
          'nl hulp_opdracht_uitleg',
          'nl hulp_opdracht_bron',
          'nl hulp_opdracht_over',
        ],
      },
      { kind: 'choices', choices: [{ label: 'nl onderwerpen_knop', value: 'onderwerpen' }] },
    ]);
  });

  it('for a message without words says that nothing was asked, and how to ask', () => {
    expect(composeEmpty(nl, true)).toEqual({
      kind: 'help',
      language: 'nl',
      blocks: [
        paragraph('nl leeg'),
        paragraph('nl welkom Regels voor de stalling; waar zet ik mijn fiets?'),
        nextSteps,
      ],
    });
  });
});

describe('about', () => {
  it('shows edition, owner, privacy and the fingerprint of the knowledge', () => {
    expect(composeAbout(en, [guidance], '0123456789ab')).toEqual({
      kind: 'about',
      language: 'en',
      blocks: [
        heading('en over Regels voor de stalling'),
        paragraph('en over_automatisch'),
        paragraph('en over_editie Regels voor de stalling; 2024; 2024; Facilitair'),
        { kind: 'link', text: 'en over_bron', url: 'https://example.org/stalling' },
        paragraph('en over_onderschrijving Facilitair'),
        paragraph('en over_privacy'),
        paragraph('en over_hash 0123456789ab'),
      ],
    });
  });

  it('leaves out an address and an owner that are not there', () => {
    expect(composeAbout({ guidance: bare, language: 'nl' }, [bare], 'x').blocks.slice(1, 4)).toEqual([
      paragraph('nl over_automatisch'),
      paragraph('nl over_editie Regels voor de stalling; 2024; 2024;'),
      paragraph('nl over_privacy'),
    ]);
  });
});
