import { describe, expect, it } from '@jest/globals';
import { compareSnapshots, describeDifferences } from '../../src/evaluation/difference.ts';
import { parseSnapshot, takeSnapshot } from '../../src/evaluation/snapshot.ts';
import { toy, toyAsker, toyChoices } from '../core/toy-asker.ts';

const draw = (name: string) => () => ({ [name]: 'tekening' });
const versionWith = (known: Parameters<typeof toyAsker>[0], turns: readonly (readonly string[])[]) =>
  takeSnapshot(toyAsker(known), turns, draw('web'));
const DOOR = { reply: toy('answer', 'deur', 'De deur is open.') };

describe('taking a snapshot', () => {
  it('draws a reply once, however many questions get it', () => {
    let drawn = 0;
    const { replies, conversations } = takeSnapshot(
      toyAsker({ deur: DOOR, poort: DOOR }),
      [['deur'], ['poort'], ['deur']],
      () => ({ web: String((drawn += 1)) }),
    );
    expect(drawn).toBe(1);
    expect(replies).toHaveLength(1);
    expect(conversations.map(({ turns }) => turns)).toEqual([['deur'], ['poort']]);
  });

  it('asks each message in the light of the reply before', () => {
    const asker = toyAsker({ deur: DOOR, waarom: { reply: toy('help') } });
    takeSnapshot(asker, [['deur', 'waarom']], draw('web'));
    expect(asker.asked[1]).toMatchObject({ text: 'waarom', previous: { entry: 'deur' } });
  });

  it('reads back from its file as it was', () => {
    const taken = versionWith({ deur: DOOR }, [['deur']]);
    expect(parseSnapshot(JSON.stringify(taken))).toEqual(taken);
    expect(() => parseSnapshot('{"replies": 1}')).toThrow();
  });
});

describe('comparing two versions', () => {
  it('finds nothing between equal ones', () => {
    const [before, after] = [
      versionWith({ deur: DOOR }, [['deur']]),
      versionWith({ deur: DOOR }, [['deur']]),
    ];
    expect(compareSnapshots(before, after)).toEqual({ compared: 1, replies: [], drawings: [] });
  });

  it('shows the old reply and the new one', () => {
    const before = versionWith({ deur: DOOR }, [['deur'], ['weg']]);
    const after = versionWith({ deur: { reply: toyChoices('deur', 'poort') } }, [['deur'], ['nieuw']]);
    const found = compareSnapshots(before, after);
    expect([found.compared, found.replies.length]).toEqual([1, 1]);
    const reported = describeDifferences(found, 5);
    expect(reported).toContain('1 gesprekken vergeleken: 1 antwoorden anders, 0 tekeningen anders.');
    expect(reported).toContain('antwoord: deur\n  - "kind": "answer",');
    expect(reported).toContain('+ "kind": "choices",');
  });

  it('sees words of the match that changed, because follow-ups lean on them', () => {
    const withWords = (words: readonly string[]) =>
      versionWith({ deur: { reply: { ...DOOR.reply, words } } }, [['deur']]);
    expect(compareSnapshots(withWords(['deur']), withWords(['open'])).replies).toHaveLength(1);
  });

  it('shows an equal reply that is drawn differently once', () => {
    const take = (text: string) =>
      takeSnapshot(toyAsker({ deur: DOOR, poort: DOOR }), [['deur'], ['poort']], () => ({
        web: text,
        Slack: 1,
      }));
    const found = compareSnapshots(take('oud'), take('nieuw'));
    expect(found.replies).toEqual([]);
    expect(found.drawings).toEqual([{ drawing: 'web', turns: ['deur'], before: 'oud', after: 'nieuw' }]);
  });

  it('shows so many of each and counts the others', () => {
    const turns = ['a', 'b', 'c'].map((text) => [text]);
    const known = Object.fromEntries(turns.flat().map((text) => [text, { reply: toy('answer', text) }]));
    const reported = describeDifferences(
      compareSnapshots(versionWith({}, turns), versionWith(known, turns)),
      1,
    );
    expect(reported).toContain('(nog 2; toon ze met --most 3)');
  });
});
