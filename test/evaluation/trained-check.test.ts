import { describe, expect, it } from '@jest/globals';
import { checkSmall, entryWith, EXTRA, messagesOf, PARKING } from './trained-knowledge.ts';

const LUNCH = [
  'waar kan ik lunchen in de kantine',
  'is de kantine open voor lunch',
  'lunch kopen in de kantine',
  'mag ik zelf lunch meenemen naar de kantine',
  'hoe laat is de lunch in de kantine',
  'kantine lunch',
  'lunchen in de kantine',
  'eten in de kantine tijdens de lunch',
  'wanneer lunch in kantine',
  'mijn lunch opeten in de kantine',
];
/** Nearly all of their words are those of `LUNCH`. */
const SWALLOWED = [
  'waar kan ik lunchen in de kantine beneden',
  'is die kantine open voor lunch',
  'zelf lunch kopen in kantine',
  'lunch meenemen naar kantine',
  'hoe laat is die lunch in kantine',
];
/** They share words with many other entries, and none with each other. */
const UNLIKE = [
  'fiets wassen',
  'rek verven',
  'stalling schoonmaken',
  'bakfiets huren',
  'prijs van een helm',
  'openingstijden van het loket',
  'hoe laat begint de vergadering',
  'cargo bike kopen',
  'dankjewel portier',
  'gratis koffie',
  'twijfel over kleding',
  'zeven uur opstaan',
  'buiten wandelen',
  'verwijderd bericht',
  'slot smeren',
];

describe('an entry that another one takes over', () => {
  it('has a warning that names both', () => {
    const { problems } = checkSmall({
      [EXTRA]: entryWith('lunch', LUNCH) + entryWith('kantine-beneden', SWALLOWED),
    });
    expect(messagesOf(problems, 'vraag-gaat-op')).toContainEqual(
      expect.stringMatching(
        /^fietsen\/vragen\/zomer\.yaml:16 \(kantine-beneden\): [345] van de 5 varianten krijgen “lunch” als de bot ze niet heeft geleerd: “.*”, en andere\. Gaan de twee/,
      ),
    );
  });

  it('has none when its variants find it', () => {
    const { problems } = checkSmall({ [EXTRA]: entryWith('lunch', LUNCH) + entryWith('parkeren', PARKING) });
    expect(messagesOf(problems, 'vraag-gaat-op')).toEqual([]);
  });
});

/** Without messages that are out of scope, one entry of a small guidance gets all that is like none. */
const ELSEWHERE = `
- recept voor taart
- wie wint de wedstrijd
- hoe warm wordt het
- welke film draait er
- een goed boek
- muziek van vroeger
- verhuizen naar zee
- leuke namen voor een hond
- planten water geven
- wiskunde huiswerk
- ik zoek een kapper
- belasting terugkrijgen
- koorts en hoofdpijn
- vlucht naar rome
- sudoku
`;

describe('an entry that is never found', () => {
  it('has one warning, with how many of its variants and examples, at its own line', () => {
    const { problems } = checkSmall({
      [EXTRA]: entryWith('parkeren', PARKING) + entryWith('los', UNLIKE),
      'basis/buiten-onderwerp.yaml': ELSEWHERE,
    });
    expect(messagesOf(problems, 'vraag-onvindbaar')).toEqual([
      expect.stringMatching(
        /^fietsen\/vragen\/zomer\.yaml:12 \(los\): 1[2-5] van de 15 varianten vindt de bot niet als hij ze niet heeft geleerd: “.*”, “.*”, “.*”, en andere\. Wie het/,
      ),
    ]);
    expect(problems.filter(({ entry }) => entry === 'los')).toHaveLength(1);
  });

  it('has none when its variants find it', () => {
    const { problems, variants } = checkSmall({ [EXTRA]: entryWith('parkeren', PARKING) });
    expect(messagesOf(problems, 'vraag-onvindbaar')).toEqual([]);
    expect(variants.tried).toBe(PARKING.length);
  });

  it('is counted among the variants of the guidance only, not with those of the shared small talk', () => {
    const talk = ['tot ziens', 'tot morgen', 'tot straks', 'tot later', 'tot gauw', 'doei'];
    const shared = `- id: afscheid\n  soort: gesprek\n  vraag: Dag!\n  varianten: [${talk.join(', ')}]\n  antwoord: Dag!\n  en: {vraag: Bye!, antwoord: Bye!}\n`;
    const files = { [EXTRA]: entryWith('parkeren', PARKING), 'basis/gesprek.yaml': shared };
    expect(checkSmall(files).variants.tried).toBe(PARKING.length);
  });
});

describe('a variant that is found only because it was learned', () => {
  const files = { [EXTRA]: entryWith('parkeren', [...PARKING, 'vignet achter de voorruit']) };

  it('has advice at its own line', () => {
    const { problems, variants } = checkSmall(files);
    expect(messagesOf(problems, 'variant-onvindbaar')).toEqual([
      expect.stringMatching(
        /^fietsen\/vragen\/zomer\.yaml:10 \(parkeren\): “vignet achter de voorruit” .* niet/,
      ),
    ]);
    expect(variants).toEqual({ found: PARKING.length, tried: PARKING.length + 1 });
  });

  it('has none where an exception says so, and the exception is not called needless', () => {
    const exception = ['negeer:', '  - {soort: variant-onvindbaar, reden: Zo heet het.}'];
    const { all } = checkSmall({
      [EXTRA]: entryWith('parkeren', [...PARKING, 'vignet achter de voorruit'], ...exception),
    });
    expect(messagesOf(all, 'variant-onvindbaar')).toEqual([]);
    expect(messagesOf(all, 'uitzondering-overbodig')).toEqual([]);
    const { all: needless } = checkSmall({ [EXTRA]: entryWith('parkeren', PARKING, ...exception) });
    expect(messagesOf(needless, 'uitzondering-overbodig')).toEqual([
      expect.stringContaining('“negeer” noemt variant-onvindbaar, maar'),
    ]);
  });

  it('comes first when the bot is surest that it belongs elsewhere', () => {
    const moved = 'mijn fiets stallen in een rek';
    const { problems } = checkSmall({
      [EXTRA]: entryWith('parkeren', [...PARKING, 'vignet achter de voorruit', moved]),
    });
    expect(messagesOf(problems, 'variant-onvindbaar')).toEqual([
      expect.stringContaining(`:11 (parkeren): “${moved}” krijgt “in-rek” als`),
      expect.stringContaining(':10 (parkeren): “vignet achter de voorruit” wordt niet begrepen als'),
    ]);
  });

  it('is not looked for among fewer than five variants', () => {
    expect(checkSmall({ [EXTRA]: entryWith('los', UNLIKE.slice(0, 4)) }).variants.tried).toBe(0);
  });
});
