import { beforeAll, describe, expect, it } from '@jest/globals';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { createAsker } from '../../src/core/index.ts';
import type { Asker } from '../../src/core/index.ts';
import { createFileCache, loadKnowledge, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';

let asker: Asker;
beforeAll(() => {
  asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
}, 120_000);
const answerTo = (text: string) => {
  const { kind, entry } = asker.ask({ text });
  return { kind, entry };
};

const NEUTRAL = [
  'Vorige week hadden we een overleg over de planning. De agenda was vol en we kwamen niet aan alles toe.',
  'De verbouwing van de derde verdieping loopt tot het einde van de maand. We zitten zolang op de tweede.',
  'De koffieautomaat is gerepareerd, maar de printer nog niet. Er is een melding gemaakt bij de servicedesk.',
  'Het jaarverslag is bijna klaar en gaat volgende week naar de drukker. Dank aan wie heeft meegelezen.',
];
/** Paragraphs that have nothing to do with the guidance. */
const neutral = (count: number) => Array.from({ length: count }, (_, place) => NEUTRAL[place % 4]);

describe.each([
  'Mag ik als ambtenaar anoniem een account gebruiken?',
  'Wat doe ik als een journalist mij benadert op Twitter?',
  "Mag ik foto's van collega's plaatsen?",
])('%s', (question) => {
  it.each([
    ['after twelve paragraphs', [...neutral(12), question]],
    ['before twelve paragraphs', [question, ...neutral(12)]],
    ['between them', [...neutral(6), question, ...neutral(6)]],
    ['in the middle of a hundred paragraphs', [...neutral(50), question, ...neutral(50)]],
  ])('is answered %s', (_, paragraphs) => {
    expect(answerTo(paragraphs.join('\n\n'))).toEqual(answerTo(question));
    expect(answerTo(paragraphs.join(' '))).toEqual(answerTo(question));
  });
});

describe.each([
  'Mag ik als ambtenaar anoniem een account gebruiken',
  'ik vraag me af of ik als ambtenaar mijn mening mag geven over politiek',
  "kan ik zomaar foto's van collega's plaatsen",
  'hoe vaak moet ik iets posten op mijn account',
])('%s', (question) => {
  it.each([
    ['after', [...neutral(12), question]],
    ['before', [question, ...neutral(12)]],
    ['between', [...neutral(60), question, ...neutral(60)]],
  ])('is answered without a question mark, %s other paragraphs', (_, paragraphs) => {
    expect(answerTo(paragraphs.join('\n\n'))).toEqual(answerTo(question));
  });
});

describe('a question that says little', () => {
  it.each([
    ["Ik wil foto's van collega's plaatsen.", 'Mag dat?'],
    ['Een journalist stuurde mij een bericht op Twitter.', 'Alvast bedankt.', 'Wat doe ik nu?'],
    ['Ik gebruik als ambtenaar een anoniem account.', 'Mijn leidinggevende weet ervan.', 'Kan dat?'],
  ])('is answered with what stands before it: %s %s', (...sentences) => {
    const paragraphs = [...neutral(8), sentences.join(' '), ...neutral(8)];
    expect(answerTo(paragraphs.join('\n\n'))).toEqual(answerTo(sentences.join(' ')));
  });
});

describe('a question is answered with what people paste along', () => {
  it.each([
    'mag ik twitteren? https://www.instagram.com/p/Cabc_123/?utm_source=ig_web_copy_link&igsh=Mz==',
    'naam: ________ mag ik twitteren?',
    'mag ik <b>twitteren</b>?',
    '<div class="a"><span style="font-size: 11pt">mag ik twitteren?</span></div>',
    '```\nmag ik twitteren?\n```',
    'mag ik twitteren? ==================',
  ])('%s', (text) => {
    expect(answerTo(text)).toEqual(answerTo('mag ik twitteren?'));
  });
});

describe('what was pasted alone is not understood', () => {
  it.each([
    'SELECT naam FROM medewerkers WHERE id = ? AND afdeling_id = ?;',
    '{"naam":"jan","functie":"ambtenaar","regels":{"twitter":true}}',
    '```js\nconst mag = twitteren ? 1 : 2;\nif (mag === account) { return mag; }\n```',
    'Traceback (most recent call last):\n  File "/srv/main.py", line 12, in <module>\nValueError: account',
    'java.lang.NullPointerException\n\tat nl.rijk.Main.run(Main.java:12)\n\tat nl.rijk.Main.main(Main.java:4)',
  ])('%s', (text) => {
    expect(answerTo(text).kind).toBe('unknown');
  });
});
