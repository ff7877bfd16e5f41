import { describe, expect, it } from '@jest/globals';
import { composeAbout, composeEmpty, composeHelp } from '../../src/core/reply/compose-commands.ts';
import { composeTopic, composeTopics, composeVanished } from '../../src/core/reply/topics.ts';
import { createAsker } from '../../src/core/index.ts';
import type { Explained } from '../../src/core/index.ts';
import { entryReply, guidanceOf, heading, paragraph, smallKnowledge } from './small-knowledge.ts';

const knowledge = smallKnowledge();
const guidance = guidanceOf(knowledge);
const { ask, explain, entries } = createAsker(knowledge);
const voice = { guidance, language: 'nl' } as const;
/** Silent entries are last in lists. */
const listed = [
  ...guidance.entries.filter(({ kind }) => kind !== 'silent'),
  ...guidance.entries.filter(({ kind }) => kind === 'silent'),
].map((entry) => ({ entry, guidance }));
/** A practice question that is out of scope. */
const ELSEWHERE = 'hoe laat vertrekt de trein?';

describe('a question', () => {
  it.each([
    ['Waar zet ik mijn fiets?', 'answer', 'fietsen/in-rek'],
    ['hoe laat sluit de stalling', 'answer', 'fietsen/open'],
    ['WAAR KAN IK MIJN FIETS STALLEN', 'answer', 'fietsen/in-rek'],
    ['<@U123> waar zet ik mijn fiets?', 'answer', 'fietsen/in-rek'],
    ['waar zet ik **mijn fiets**?', 'answer', 'fietsen/in-rek'],
    ['Hallo, waar zet ik mijn fiets? Alvast bedankt!', 'answer', 'fietsen/in-rek'],
    ['mag mijn bakfiets in de stalling?', 'silent', 'fietsen/bakfiets'],
    ['staat mijn fiets wel goed?', 'checklist', 'fietsen/zelfcheck'],
    ['dank je wel', 'social', 'fietsen/dank'],
  ])('that is known gets its entry: %s', (text, kind, entry) => {
    expect(ask({ text })).toMatchObject({ kind, entry, language: 'nl' });
  });

  it('gets the reply of its entry, with the words on which it was found', () => {
    const reply = ask({ text: 'openingstijden' });
    expect(reply).toEqual({ ...entryReply(guidance, 'open', 'nl'), words: ['openingstijden'] });
  });

  it('about something else is not understood', () => {
    expect(ask({ text: ELSEWHERE })).toEqual({
      kind: 'unknown',
      language: 'nl',
      blocks: [
        heading('nl onbekend'),
        paragraph('nl onbekend_uitleg Regels voor de stalling; waar zet ik mijn fiets? nl onbekend_talen'),
        {
          kind: 'choices',
          lead: 'nl onbekend_vragen',
          choices: [
            { label: 'Waar zet ik mijn fiets?', value: 'entry:fietsen/in-rek' },
            { label: 'Wanneer is de stalling open?', value: 'entry:fietsen/open' },
            { label: 'Wat gebeurt er met een fiets buiten het rek?', value: 'entry:fietsen/buiten-rek' },
          ],
        },
        { kind: 'choices', choices: [{ label: 'nl onderwerpen_knop', value: 'onderwerpen' }] },
      ],
    });
  });

  it('about something else a second time in a row gets the contact as well', () => {
    const { blocks } = ask({ text: ELSEWHERE, previous: { missed: true } });
    expect(blocks).toContainEqual(heading('nl onbekend_weer'));
    expect(blocks).toContainEqual(paragraph('nl onbekend_contact de receptie'));
  });

  it.each([['qwerty'], ['zzzz xxxx'], ['🚀🚀']])('without one known word is not understood: %s', (text) => {
    expect(ask({ text }).kind).toBe('unknown');
  });

  it.each([['recept voor appeltaart'], ['wie wint de wedstrijd'], ['when does the train leave']])(
    'that the practice questions label as out of scope is not understood: %s',
    (text) => {
      expect(ask({ text }).kind).toBe('unknown');
    },
  );

  it('that is program code is not understood', () => {
    const text = 'for (let i = 0; i < fiets; i++) { rek = rek * x[i]; }';
    const { decision, reply, matches } = explain({ text });
    expect({ decision, kind: reply.kind, matches }).toEqual({
      decision: 'unknown',
      kind: 'unknown',
      matches: [],
    });
  });

  it('that is a follow-up is matched in the context of the last answer, if that still exists', () => {
    const alone = ask({ text: 'en waarom?' });
    const after = explain({ text: 'en waarom?', previous: { entry: 'fietsen/bakfiets' } });
    const confidenceIn = ({ matches }: typeof after) =>
      matches.find(({ entry }) => entry === 'fietsen/bakfiets')?.confidence ?? 0;
    expect(confidenceIn(after)).toBeGreaterThan(confidenceIn(explain({ text: 'en waarom?' })));
    expect(ask({ text: 'en waarom?', previous: { entry: 'opgeheven' } })).toEqual(alone);
  });
});

describe('a command', () => {
  it.each([
    ['zelfcheck', { ...entryReply(guidance, 'zelfcheck', 'nl'), words: [] }],
    ['onderwerpen', composeTopics(voice, listed)],
    ['help', composeHelp(voice, true)],
    ['over', composeAbout(voice, [guidance], knowledge.hash)],
    ['topics', composeTopics({ ...voice, language: 'en' }, listed)],
    ['about', composeAbout({ ...voice, language: 'en' }, [guidance], knowledge.hash)],
  ])('is answered in its own language: %s', (text, reply) => {
    expect(explain({ text })).toEqual({ reply, decision: 'command', matches: [] });
  });

  it('for the self-check gets a reply that there is none, when there is none', () => {
    const without = createAsker(smallKnowledge({ 'fietsen/zelfcheck.yaml': undefined }));
    expect(without.ask({ text: 'zelfcheck' })).toEqual({
      kind: 'help',
      language: 'nl',
      blocks: [paragraph('nl geen_zelfcheck')],
    });
    expect(JSON.stringify(without.ask({ text: 'help' }))).not.toContain('zelfcheck');
  });
});

describe('a button', () => {
  it.each(['in-rek', 'open', 'bakfiets', 'kosten', 'zelfcheck', 'dank'])(
    'gets the reply of entry %s',
    (id) => {
      expect(ask({ text: `entry:${id}` })).toEqual({ ...entryReply(guidance, id, 'nl'), words: [] });
    },
  );

  it('opens a topic', () => {
    expect(ask({ text: 'topic:Stallen' })).toEqual(composeTopic(voice, 'Stallen', 1, listed));
  });

  it.each([['entry:opgeheven'], ['entry:__proto__'], ['topic:Opgeheven'], ['topic:constructor']])(
    'of an old conversation gets a reply that its entry or topic is gone: %s',
    (text) => {
      expect(ask({ text })).toEqual(composeVanished(voice, listed));
    },
  );

  it('that a reply offers always works', () => {
    const gone = composeVanished(voice, listed);
    const seen = new Set<string>();
    const waiting = ['help', 'over', 'zelfcheck', ELSEWHERE, 'fiets rek', 'waar zet ik mijn fiets?'];
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
      if (seen.has(text)) continue;
      seen.add(text);
      const { kind, blocks } = ask({ text });
      expect(blocks).not.toEqual(gone.blocks);
      if (text !== ELSEWHERE) expect(kind).not.toBe('unknown');
      waiting.push(
        ...blocks.flatMap((block) =>
          block.kind === 'choices' ? block.choices.map(({ value }) => value) : [],
        ),
      );
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'onderwerpen',
        'topic:fietsen/Niet in de regels',
        'entry:fietsen/kosten',
        'entry:fietsen/open',
      ]),
    );
  });
});

describe('a message without words', () => {
  it.each([[''], ['   '], ['\n\t'], ['\u200b\u200f'], ['<@U123>'], ['?!'], ['\ud800'], ['&nbsp;']])(
    'gets a reply that nothing was asked: %j',
    (text) => {
      expect(ask({ text })).toEqual(composeEmpty(voice, true));
    },
  );
});

describe('an asker', () => {
  it('has the entries of the guidance', () => {
    expect(entries).toEqual(guidance.entries);
  });

  it('gives the same replies when it is created again, in any order of questions', () => {
    const texts = ['fiets', 'fiets rek', ELSEWHERE, 'en waarom?', 'wat kost de stallig', 'dankjewel'];
    const again = createAsker(smallKnowledge());
    const told = ({ matches, ...rest }: Explained) => ({
      ...rest,
      matches: matches.map((match) => ({ ...match, words: match.words() })),
    });
    const first = texts.map((text) => told(explain({ text })));
    const second = texts.toReversed().map((text) => told(again.explain({ text })));
    expect(second.toReversed()).toEqual(first);
  });

  it('needs a guidance', () => {
    expect(() => createAsker({ guidances: [], hash: '' })).toThrow(
      new TypeError('knowledge without a guidance'),
    );
  });
});
