import { beforeAll, describe, expect, it } from '@jest/globals';
import { createAsker, ownId } from '../../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import type { Asker } from '../../src/core/index.ts';
import { createFileCache } from '../../src/knowledge/model-cache.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

/**
 * The ways in which people ask a question, each with the reason why it should work. None of these questions is in the
 * knowledge or in a measured set.
 */
let asker: Asker;
beforeAll(() => {
  asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
}, 300_000);

/** The entry that the reply is about, or else the best match. */
function found(text: string, previous?: string): string | undefined {
  const { reply, matches } = asker.explain({
    text,
    ...(previous !== undefined && { previous: { entry: previous } }),
  });
  return ownId(reply.entry ?? matches[0]?.entry ?? '');
}

describe('a question is found', () => {
  describe('in the asking sentence of a story', () => {
    it.each([
      [
        'Gisteren was het feest op de afdeling, er was taart en de directeur hield een praatje. Nu vraag ik me af: moet ik zelf berichten plaatsen of mag ik ook alleen meelezen?',
        'alleen-meelezen',
      ],
      [
        'Ik werk bij de dienst wegverkeer en zit in de trein. Iemand stuurt mij een vraag over zijn toeslag waar ik niets van weet. Mag ik die doorverwijzen?',
        'vraag-doorverwijzen',
      ],
    ])('%s', (text, entry) => {
      expect(found(text)).toBe(entry);
    });
  });

  // Greetings and signatures are stripped.
  describe('between greetings, thanks and signatures', () => {
    it.each([
      ['Hoi! Is alleen meelezen genoeg? Alvast bedankt, groetjes Anneke', 'alleen-meelezen'],
      ['Geachte heer, mevrouw, voor wie is deze handreiking bedoeld? Met vriendelijke groet', 'voor-wie'],
      ['goedemorgen, bedankt voor eerder. hoeveel volgers heb ik nodig', 'aantal-volgers'],
    ])('%s', (text, entry) => {
      expect(found(text)).toBe(entry);
    });
  });

  // A compound and its parts share character n-grams, joined or split.
  describe('in compounds and wrongly split words', () => {
    it.each([
      ['is een journalisten vraag op twitter iets voor mij', 'journalisten'],
      ['mag ik een personeels feest foto online zetten van mijn collegas', 'fotos-van-collegas'],
      ['werk telefoon apps', 'werktelefoon-en-apps'],
    ])('%s', (text, entry) => {
      expect(found(text)).toBe(entry);
    });
  });

  // Spellings of a sound are folded (ei/ij, ou/au, c/k, d/t), and unknown words are corrected.
  describe('in phonetic spelling and typing errors', () => {
    it.each([
      ['mach ik allein meleezen', 'alleen-meelezen'],
      ['hoeveel folgers mot ik hebbe', 'aantal-volgers'],
      ['mag ik onder werktyt op fesbook', 'werktijd'],
      ['anonim acount gebruike magdat', 'anonieme-accounts'],
    ])('%s', (text, entry) => {
      expect(found(text)).toBe(entry);
    });
  });

  // English variants, and synsets with Dutch and English words.
  describe('in English', () => {
    it.each([
      ['Am I allowed to just read along without ever posting?', 'alleen-meelezen'],
      ['can I use an anonymous account', 'anonieme-accounts'],
      ['a reporter wants to talk to me, now what', 'journalisten'],
    ])('%s', (text, entry) => {
      expect(found(text)).toBe(entry);
      expect(asker.ask({ text }).language).toBe('en');
    });
  });

  describe('in Flemish and in formal wording', () => {
    it.each([
      ['moogt ge als ambtenaar gewoon wat meelezen zonder zelf iets te posten', 'alleen-meelezen'],
      ['Dient een ambtenaar over een aanzienlijk aantal volgers te beschikken?', 'aantal-volgers'],
      ['Is het geoorloofd zich achter een pseudoniem te verschuilen?', 'anonieme-accounts'],
    ])('%s', (text, entry) => {
      expect(found(text)).toBe(entry);
    });
  });

  // Measured on rounds 9-23: nine of nine words with an answer were right.
  describe('in one word', () => {
    it.each([
      ['meelezen', 'alleen-meelezen'],
      ['anoniem', 'anonieme-accounts'],
      ['journalist', 'journalisten'],
    ])('%s', (text, entry) => {
      expect(found(text)).toBe(entry);
    });

    it('is offered as choices when it fits several entries', () => {
      expect(asker.ask({ text: 'delen' }).kind).toBe('choices');
    });
  });

  // "Niet" and "geen" are no stop words.
  describe('with a negation', () => {
    it.each([
      ['moet ik niet juist zelf iets plaatsen', 'alleen-meelezen'],
      ['heb ik geen duizend volgers nodig?', 'aantal-volgers'],
    ])('%s', (text, entry) => {
      expect(found(text)).toBe(entry);
    });

    it('and gets the same reply as without it', () => {
      for (const text of ['mag ik anoniem twitteren', 'mag ik niet anoniem twitteren'])
        expect(asker.ask({ text })).toMatchObject({
          kind: 'silent',
          entry: 'online-communicatie/anonieme-accounts',
        });
    });
  });

  // Connecting words ("en", "dus", "geldt dat") make a follow-up, which has higher prior odds for the last entry.
  describe('in a follow-up, in the context of the last answer', () => {
    it.each([
      ['dus dat hoef ik niet zelf uit te zoeken?', 'vraag-doorverwijzen', 'vraag-doorverwijzen'],
      ['en op LinkedIn?', 'alleen-meelezen', 'alleen-meelezen'],
    ])('%s (after %s)', (text, previous, entry) => {
      expect(found(text, previous)).toBe(entry);
    });

    it('which a complete question is not', () => {
      expect(found('mag ik een anoniem account gebruiken op internet', 'alleen-meelezen')).toBe(
        'anonieme-accounts',
      );
    });
  });
});
