import { describe, expect, it } from '@jest/globals';
import { entryText, EXTRA, findingsOf, problemsOf } from '../fixtures/guidance.ts';

const FULL = 'Schrijf het voluit.';
const FACTS =
  'Hier kun je gebruiken: {titel}, {de_titel}, {editie}, {datum}, {eigenaar}, {url}, {contact}, {voorbeeld}, {voorbeeld_stil}.';
const cannot = (name: string) => `{${name}} kan de bot hier niet invullen.`;
const social = (answer: string) => `- id: hoi\n  soort: gesprek\n  vraag: Hoi\n  antwoord: ${answer}\n`;

describe('a name between braces that the bot does not fill', () => {
  it.each([
    [
      'an answer',
      entryText(4, "  antwoord: 'Dat staat in {boek}.'"),
      `:4 (lunch): ${cannot('boek')} ${FACTS}`,
    ],
    ['a question', entryText(2, "  vraag: 'Wat is {titel}?'"), `:2 (lunch): ${cannot('titel')} ${FULL}`],
    [
      'a variant',
      entryText(3, "  varianten: ['mag ik op {platform}']"),
      `:3 (lunch): ${cannot('platform')} ${FULL}`,
    ],
    [
      'a pointer',
      entryText(4, '  antwoord: Ja.', "  elders: 'Vraag {wie}.'"),
      `:5 (lunch): ${cannot('wie')} ${FACTS}`,
    ],
    [
      'English',
      `${entryText()}  en: {vraag: A?, antwoord: 'See {book}.'}\n`,
      `:6 (lunch): ${cannot('book')} ${FACTS}`,
    ],
    ['small talk', social("'Dag, {naam}!'"), `:4 (hoi): ${cannot('naam')} ${FACTS}`],
    [
      'an answer with one brace',
      entryText(4, "  antwoord: 'Zie {titel.'"),
      `:4 (lunch): Een accolade staat los: { en } horen bij elkaar. ${FACTS}`,
    ],
  ])('is an error at its line in %s', (_, file, reported) => {
    expect(problemsOf({ [EXTRA]: file })).toEqual([`${EXTRA}${reported}`]);
  });

  it('is an error in the self-check and in handreiking.yaml', () => {
    const reported = problemsOf(
      {
        'fietsen/zelfcheck.yaml': (text) =>
          text.replace('slot: Je', "slot: '{x} Je").replace('zelf af.', "zelf af.'"),
        'fietsen/handreiking.yaml': (text) => text.replace('contact: de receptie', "contact: '{wie}'"),
      },
      ['fietsen'],
    );
    expect(reported).toEqual([
      `fietsen/handreiking.yaml:7: ${cannot('wie')} ${FULL}`,
      `fietsen/zelfcheck.yaml:9 (zelfcheck): ${cannot('x')} ${FULL}`,
    ]);
  });

  it('is none in an answer or pointer that tells a fact of the guidance, nor in what somebody typed', () => {
    const facts = entryText(4, "  antwoord: 'Van {eigenaar}, {datum}.'", "  elders: 'Kijk op {url}'");
    expect(problemsOf({ [EXTRA]: facts })).toEqual([]);
    expect(problemsOf({ [EXTRA]: social("'Ik citeer {titel}.'") })).toEqual([]);
    const typed = { 'thuiswerken/praktijkvragen/a.yaml': "- bij: geen\n  vragen: ['{a: 1}']\n" };
    expect(problemsOf(typed)).toEqual([]);
  });
});

describe('a sentence with a fact that the guidance does not have', () => {
  const bare = { 'thuiswerken/handreiking.yaml': 'naam: x\ntitel: X\n' };

  it('is a warning, unless the part with the fact may go', () => {
    const texts = (text: string) => ({
      ...bare,
      'thuiswerken/teksten.yaml': `nl:\n  over_editie: '${text}'\n`,
    });
    const own = (text: string) =>
      findingsOf('gat-in-zin', texts(text)).filter((line) => line.startsWith('thuiswerken/'));
    expect(own('De {titel} ({editie})')).toEqual([
      'thuiswerken/teksten.yaml:2: In “over_editie” blijft {editie} leeg, want dat staat niet in handreiking.yaml. Zet het stuk met {editie} tussen [ en ]: dan valt het weg. Of vul “editie” in.',
    ]);
    expect(own('De {titel}[ ({editie})][ van {eigenaar}]')).toEqual([]);
  });

  it('is a warning in an answer, in the language that lacks it', () => {
    const entries = {
      ...bare,
      'thuiswerken/handreiking.yaml': 'naam: x\ntitel: X\ncontact: de balie\n',
      [EXTRA]: [
        '- id: balie',
        '  soort: niet-behandeld',
        '  vraag: Waar is de balie?',
        "  antwoord: 'Er staat niets over[ in editie {editie}].'",
        "  elders: 'Vraag het aan {contact}. Sinds {datum}.'",
        "  en: { vraag: Where is it?, antwoord: Nothing., elders: 'Ask {contact}.' }",
      ].join('\n'),
    };
    expect(findingsOf('gat-in-zin', entries).filter((line) => line.includes('(balie)'))).toEqual([
      `${EXTRA}:5 (balie): In deze tekst blijft {datum} leeg, want dat staat niet in handreiking.yaml. Zet het stuk met {datum} tussen [ en ]: dan valt het weg. Of vul “editie” in.`,
      `${EXTRA}:6 (balie): In deze tekst blijft {contact} leeg, want dat staat niet in handreiking.yaml. Zet het stuk met {contact} tussen [ en ]: dan valt het weg. Of vul “contact_en” in.`,
    ]);
  });
});
