import { describe, expect, it } from '@jest/globals';
import { buttonsIn, createAsker, plainText } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { TITLES, twoGuidances } from '../fixtures/two-guidances.ts';

const { ask } = createAsker(twoGuidances());
const labels = (reply: Reply) => buttonsIn(reply).map(({ label }) => label);
const values = (reply: Reply) => buttonsIn(reply).map(({ value }) => value);
const leads = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'choices' && block.lead !== undefined ? [block.lead] : []));
const after = (entry: string) => ({ previous: { entry } });

describe('two guidances with the same ids', () => {
  it('answer each under its own id', () => {
    expect(ask({ text: 'hoe lang mag ik achter elkaar doorwerken' }).entry).toBe('thuiswerken/pauzes');
    expect(ask({ text: 'waar houd ik pauze' }).entry).toBe('op-kantoor/pauzes');
    expect(plainText(ask({ text: 'entry:op-kantoor/pauzes' }))).toContain('Pauzes houd je in de kantine.');
    expect(plainText(ask({ text: 'entry:thuiswerken/pauzes' }))).toContain('Sta op en loop een rondje.');
  });

  it('relate entries within a guidance only', () => {
    expect(values(ask({ text: 'entry:op-kantoor/pauzes' }))).toEqual(['entry:op-kantoor/bereikbaar']);
    expect(values(ask({ text: 'entry:thuiswerken/pauzes' }))).toEqual([
      'entry:thuiswerken/bereikbaar',
      'entry:thuiswerken/werkplek',
    ]);
  });

  it('answer an id without a guidance from the first that has it', () => {
    expect(ask({ text: 'entry:pauzes' })).toEqual(ask({ text: 'entry:thuiswerken/pauzes' }));
    expect(ask({ text: 'entry:parkeren' }).entry).toBe('op-kantoor/parkeren');
    const reversed = createAsker(twoGuidances(['op-kantoor', 'thuiswerken']));
    expect(reversed.ask({ text: 'entry:pauzes' }).entry).toBe('op-kantoor/pauzes');
  });

  it('answer the self-check of a further guidance under the id that it had', () => {
    expect(ask({ text: 'entry:zelfcheck-op-kantoor' }).entry).toBe('op-kantoor/zelfcheck');
    expect(ask({ text: 'entry:zelfcheck' }).entry).toBe('thuiswerken/zelfcheck');
  });

  it.each(['entry:geen-naam/pauzes', 'entry:op-kantoor/werkplek', 'entry:op-kantoor/', 'entry:/pauzes'])(
    'do not answer %s from the other',
    (text) => {
      expect(ask({ text }).entry).toBeUndefined();
    },
  );

  it('follow up what an older version remembered', () => {
    expect(plainText(ask({ text: 'bron', ...after('pauzes') }))).toContain(TITLES.home);
    expect(plainText(ask({ text: 'bron', ...after('op-kantoor/pauzes') }))).toContain('kantine');
  });
});

describe('a question that fits two guidances', () => {
  it.each(['Hoe vaak neem ik pauze?', 'hoe vaak neem ik een pauze'])('offers both by name: %s', (text) => {
    const reply = ask({ text });
    expect(reply.kind).toBe('choices');
    expect(labels(reply).slice(0, 2).sort()).toEqual([
      `Hoe vaak neem ik pauze? (${TITLES.home})`,
      `Hoe vaak neem ik pauze? (${TITLES.office})`,
    ]);
    expect(values(reply).slice(0, 2).sort()).toEqual(['entry:op-kantoor/pauzes', 'entry:thuiswerken/pauzes']);
  });

  it('offers both by name in English', () => {
    expect(labels(ask({ text: 'How often do I take a break?' }))).toEqual([
      `How often do I take a break? (${TITLES.home})`,
      `How often do I take a break? (${TITLES.office})`,
    ]);
  });

  it('offers questions of both by name to whom it does not understand', () => {
    const reply = ask({ text: 'recept voor appeltaart' });
    expect(reply.kind).toBe('unknown');
    expect(leads(reply)).toEqual(['Vragen die ik wel ken']);
    const offered = labels(reply).slice(0, -1);
    for (const title of Object.values(TITLES))
      expect(offered).toContainEqual(expect.stringContaining(`(${title})`));
    expect(values(reply).at(-1)).toBe('onderwerpen');
  });

  it('calls a guidance by its short title in choices and citations', () => {
    const path = 'op-kantoor/handreiking.yaml';
    const file = `naam: op-kantoor\ntitel: ${TITLES.office}\nkorte_titel: Kantoor\n`;
    const { ask: askShort } = createAsker(twoGuidances(undefined, { [path]: file }));
    const choices = askShort({ text: 'hoe vaak neem ik een pauze' });
    expect(labels(choices)).toContain('Hoe vaak neem ik pauze? (Kantoor)');
    expect(askShort({ text: 'Hoe vaak neem ik pauze? (Kantoor)' }).entry).toBe('op-kantoor/pauzes');
    const source = askShort({ text: 'entry:op-kantoor/pauzes' }).blocks.find(({ kind }) => kind === 'quote');
    expect(source).toMatchObject({ source: { label: 'Kantoor', guidance: 'op-kantoor' } });
  });

  it('names the guidance of what else was asked', () => {
    const reply = ask({ text: 'Waar parkeer ik mijn auto? Welke dagen mag ik thuis werken?' });
    const also = reply.blocks.find((block) => block.kind === 'choices');
    expect(also).toMatchObject({ lead: 'Je vroeg ook' });
    expect(plainText(reply)).toMatch(/\? \((Handreiking thuiswerken|Regels voor het kantoor)\)/);
  });
});

describe('the text of a button that names its guidance', () => {
  it.each(['Hoe vaak neem ik pauze?', 'zelfcheck', 'werktijd', 'How often do I take a break?', 'checklist'])(
    'does what the button does when it is typed, of those for %s',
    (text) => {
      const buttons = buttonsIn(ask({ text }));
      expect(buttons.length).toBeGreaterThan(1);
      for (const { label, value } of buttons) {
        const [typed, pressed] = [ask({ text: label }), ask({ text: value })];
        expect([label, typed.kind, typed.entry, ...values(typed)]).toEqual([
          label,
          pressed.kind,
          pressed.entry,
          ...values(pressed),
        ]);
      }
    },
  );
});

describe('the self-check of two guidances', () => {
  it('is a choice by name when nothing was answered before', () => {
    const reply = ask({ text: 'zelfcheck' });
    expect(reply.kind).toBe('choices');
    expect(reply.blocks[0]).toEqual({ kind: 'heading', text: 'Welke zelfcheck wil je doen?' });
    expect(buttonsIn(reply)).toEqual([
      {
        label: `Twijfel je of je te lang doorwerkt? Doe de zelfcheck (${TITLES.home})`,
        value: 'entry:thuiswerken/zelfcheck',
      },
      { label: `Kun je naar huis? (${TITLES.office})`, value: 'entry:op-kantoor/zelfcheck' },
    ]);
    expect(labels(ask({ text: 'checklist', previous: { language: 'en' } }))[1]).toBe(
      `Can you go home? (${TITLES.office})`,
    );
  });

  it('is that of the guidance that was answered from before', () => {
    expect(ask({ text: 'zelfcheck', ...after('op-kantoor/parkeren') }).entry).toBe('op-kantoor/zelfcheck');
    expect(ask({ text: 'zelfcheck', ...after('thuiswerken/werkplek') }).entry).toBe('thuiswerken/zelfcheck');
  });

  it('holds the questions and the advice of one', () => {
    const text = plainText(ask({ text: 'entry:op-kantoor/zelfcheck' }));
    expect(text).toContain('Je raam dicht is.');
    expect(text).toContain('Je beslist zelf.');
    expect(text).not.toContain('loop een rondje');
  });

  it('is the choice for a draft too, or that of the guidance that was answered from before', () => {
    const draft = 'Mag ik dit plaatsen: “Wat een waardeloze dag was dit weer op kantoor”';
    expect(values(ask({ text: draft }))).toEqual(values(ask({ text: 'zelfcheck' })));
    expect(ask({ text: draft, ...after('op-kantoor/parkeren') }).entry).toBe('op-kantoor/zelfcheck');
  });

  it('is shown at once when only one has it', () => {
    const one = createAsker(twoGuidances(undefined, { 'thuiswerken/zelfcheck.yaml': null }));
    expect(one.ask({ text: 'zelfcheck' }).entry).toBe('op-kantoor/zelfcheck');
  });
});

describe('the topics of two guidances', () => {
  it('stand under the title of each, also with one name', () => {
    const reply = ask({ text: 'onderwerpen' });
    expect(leads(reply)).toEqual([TITLES.home, TITLES.office]);
    expect(values(reply)).toEqual([
      'topic:thuiswerken/Afspraken',
      'topic:thuiswerken/Werkplek',
      'topic:thuiswerken/Werktijd',
      'topic:thuiswerken/Niet in de handreiking',
      'topic:op-kantoor/Werktijd',
      'topic:op-kantoor/Werkplek',
      'topic:op-kantoor/Niet in de regels',
    ]);
  });

  it('list the questions of one guidance, and name it', () => {
    const reply = ask({ text: 'topic:op-kantoor/Werktijd' });
    expect(reply.blocks[0]).toEqual({ kind: 'heading', text: `Werktijd (${TITLES.office})` });
    expect(values(reply)).toEqual(['entry:op-kantoor/pauzes', 'entry:op-kantoor/bereikbaar', 'onderwerpen']);
  });

  it.each(['topic:Werktijd', 'Werktijd'])('offer the topic of each guidance for %s', (text) => {
    expect(buttonsIn(ask({ text }))).toEqual([
      { label: `Werktijd (${TITLES.home})`, value: 'topic:thuiswerken/Werktijd' },
      { label: `Werktijd (${TITLES.office})`, value: 'topic:op-kantoor/Werktijd' },
    ]);
  });

  it('open at once by a name that one guidance has', () => {
    expect(ask({ text: 'topic:Afspraken' })).toEqual(ask({ text: 'topic:thuiswerken/Afspraken' }));
    expect(ask({ text: 'niet in de regels' })).toEqual(ask({ text: 'topic:op-kantoor/Niet in de regels' }));
  });
});
