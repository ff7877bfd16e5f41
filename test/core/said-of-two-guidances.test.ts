import { describe, expect, it } from '@jest/globals';
import { buttonsIn, createAsker, plainText } from '../../src/core/index.ts';
import type { Reply } from '../../src/core/index.ts';
import { officeAlone, TITLES, twoGuidances } from '../fixtures/two-guidances.ts';

const asker = createAsker(twoGuidances());
const { ask } = asker;
const alone = createAsker(officeAlone());
const labels = (reply: Reply) => buttonsIn(reply).map(({ label }) => label);
const leads = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'choices' && block.lead !== undefined ? [block.lead] : []));
const after = (entry: string) => ({ previous: { entry } });

describe('what the bot says of itself with two guidances', () => {
  it.each(['help', 'over', 'recept voor appeltaart', 'wie ben je'])('names both: %s', (text) => {
    const said = plainText(ask({ text }));
    expect(said).toContain(TITLES.home);
    expect(said).toContain(TITLES.office);
  });

  it.each(['welkom', 'hulp_uitleg', 'over_editie', 'web_kop', 'web_uitleg'])('names both in “%s”', (key) => {
    expect(asker.say(key)).toContain(`de ${TITLES.home} en de ${TITLES.office}`);
    expect(asker.say(key, {}, 'en')).toContain(`the ${TITLES.home} and the ${TITLES.office}`);
  });

  it('names each with its own article', () => {
    const { say, ask: askChanged } = createAsker(
      twoGuidances(undefined, {
        'thuiswerken/handreiking.yaml': 'naam: thuiswerken\ntitel: Beleid thuiswerken\nlidwoord: het\n',
      }),
    );
    const both = `het Beleid thuiswerken en de ${TITLES.office}`;
    expect([say('hulp_uitleg'), say('web_kop')]).toEqual([
      expect.stringContaining(both),
      expect.stringContaining(both),
    ]);
    expect(plainText(askChanged({ text: 'wie ben je' }))).toContain(both);
    expect(plainText(askChanged({ text: 'over' }))).toContain('De bot citeert het Beleid thuiswerken.');
  });

  it('tells the edition of each apart, and none where there is none', () => {
    const said = plainText(ask({ text: 'over' }));
    expect(said).toContain('De bot citeert de Handreiking thuiswerken, 1 september 2024, van Gemeente');
    expect(said).toContain('De bot citeert de Regels voor het kantoor, van Facilitair Bedrijf.');
  });

  it('gives the contact of each, the second time that it does not understand', () => {
    const previous = { missed: true };
    const said = plainText(ask({ text: 'recept voor appeltaart', previous }));
    expect(said).toContain(
      'Gaat je vraag over de Handreiking thuiswerken? Vraag het dan aan het servicepunt',
    );
    expect(said).toContain('Gaat je vraag over de Regels voor het kantoor? Vraag het dan aan de balie.');
  });

  it('uses the sentences of a guidance for that guidance only', () => {
    expect(leads(ask({ text: 'entry:op-kantoor/pauzes' }))).toEqual(['Ook op kantoor']);
    expect(leads(ask({ text: 'entry:thuiswerken/pauzes' }))).toEqual(['Zie ook']);
    const own = {
      'thuiswerken/teksten.yaml': 'nl: { hulp: Hulp, onderwerp: "Over {onderwerp}" }\n',
    };
    const changed = createAsker(twoGuidances(undefined, own));
    expect(changed.ask({ text: 'help' }).blocks[0]).toEqual({ kind: 'heading', text: 'Wat kan deze bot?' });
    expect(changed.ask({ text: 'topic:thuiswerken/Werktijd' }).blocks[0]).toEqual({
      kind: 'heading',
      text: `Over Werktijd (${TITLES.home})`,
    });
  });

  it('gives the contact of the guidance of the answer', () => {
    expect(plainText(ask({ text: 'entry:op-kantoor/parkeren' }))).toContain('Ga naar de balie.');
    expect(plainText(ask({ text: 'entry:op-kantoor/huisdieren' }))).toContain('Vraag het aan de balie.');
  });

  it('says which guidance is silent when nothing of it is quoted', () => {
    const said = 'Dit antwoord gaat over de Regels voor het kantoor.';
    expect(plainText(ask({ text: 'entry:op-kantoor/huisdieren' }))).toContain(said);
    expect(plainText(alone.ask({ text: 'entry:op-kantoor/huisdieren' }))).not.toContain(said);
  });

  it('says to which guidance the last answer belongs', () => {
    expect(labels(ask({ text: 'uitleg', ...after('op-kantoor/pauzes') }))).toEqual([
      `Hoe vaak neem ik pauze? (${TITLES.office})`,
    ]);
  });
});

describe('one guidance', () => {
  it.each(['onderwerpen', 'zelfcheck', 'Hoe vaak neem ik pauze?', 'Werktijd', 'uitleg', 'recept voor taart'])(
    'is not named in lists: %s',
    (text) => {
      const reply = alone.ask({ text, previous: { entry: 'op-kantoor/pauzes', missed: true } });
      expect([...labels(reply), ...leads(reply)].join('\n')).not.toContain(TITLES.office);
    },
  );
});
