import { beforeAll, describe, expect, it } from '@jest/globals';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { follow } from '../../src/assistant/index.ts';
import { createAsker, offeredIn } from '../../src/core/index.ts';
import type { Asker, Reply } from '../../src/core/index.ts';
import { createFileCache, loadKnowledge, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';

let asker: Asker;
beforeAll(() => {
  asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
}, 120_000);
const after = (first: string, text: string) =>
  asker.ask({ text, previous: follow(undefined, asker.ask({ text: first })) });
const withoutWords = ({ kind, entry, blocks }: Reply) => ({ kind, entry, blocks });

describe('a subject gets the same reply in every frame', () => {
  it.each([
    'wat zegt de handreiking over nevenwerk?',
    'hoe zit het met nevenwerk',
    'staat er iets over nevenwerk in?',
    'Regels voor nevenwerk',
    'Beste collega,\n\nnevenwerk?\n\nMet vriendelijke groet,\nPieter\n\nDit bericht kan vertrouwelijke informatie bevatten.',
  ])('%s', (text) => {
    expect(withoutWords(asker.ask({ text }))).toEqual(withoutWords(asker.ask({ text: 'nevenwerk' })));
  });
});

describe('a follow-up with another message between it and the answer', () => {
  const answered = { entry: 'online-communicatie/alleen-meelezen' };
  const offered = ['online-communicatie/contact-leggen', 'online-communicatie/prive-en-werk'];

  it.each([
    ['that was not understood', { ...answered, missed: true }, 'help'],
    ['that got a choice', { ...answered, offered }, 'help'],
    ['of small talk, or a command', answered, 'answer'],
  ])('%s', (_, previous, kind) => {
    for (const text of ['waarom?', 'is dat zo?', 'vertel eens meer', 'why?'])
      expect([text, asker.ask({ text, previous }).kind]).toEqual([text, kind]);
  });

  it('that was not understood gets a hand when it has no subject, and is understood when it has', () => {
    const previous = { ...answered, missed: true };
    for (const text of ['mag dat?', 'mag dat dan', 'echt waar?'])
      expect([text, asker.ask({ text, previous }).kind]).toEqual([text, 'help']);
    for (const text of ['en op LinkedIn?', 'geldt dat ook privé?'])
      expect(asker.ask({ text, previous })).toEqual(asker.ask({ text, previous: answered }));
  });
});

describe('a follow-up without a subject', () => {
  it.each(['waarom?', 'klopt dat wel?', 'vertel eens meer', 'heb je een voorbeeld?', 'why is that?'])(
    'stays with the answer before it, and shows the whole paragraph: %s',
    (text) => {
      const reply = after('is alleen meelezen genoeg?', text);
      const quotes = reply.blocks.filter(({ kind }) => kind === 'quote');
      expect([reply.kind, reply.entry, reply.language]).toEqual([
        'answer',
        'online-communicatie/alleen-meelezen',
        'nl',
      ]);
      expect(quotes).toEqual([
        expect.objectContaining({ texts: [expect.stringMatching(/^De samenleving[^]*meedoen\.$/)] }),
      ]);
    },
  );

  it('says after a silence that there is no reason either', () => {
    const reply = after('nevenwerk', 'waarom niet?');
    expect([reply.kind, reply.entry]).toEqual(['silent', 'online-communicatie/nevenwerk']);
    expect(reply.blocks[1]).toMatchObject({ text: expect.stringContaining('geen reden') });
  });

  it.each(['waarom?', 'volgende vraag', 'geen van deze', 'the next question please'])(
    'gets help when nothing was answered: %s',
    (text) => {
      expect(asker.ask({ text }).kind).toBe('help');
    },
  );
});

describe('two questions in one message', () => {
  it('get two answers: one in full, the other by name', () => {
    const reply = asker.ask({ text: 'Hoi! Is alleen meelezen genoeg? En mag ik anoniem reageren?' });
    expect([reply.entry, ...offeredIn(reply)]).toEqual(
      expect.arrayContaining([
        'online-communicatie/alleen-meelezen',
        'online-communicatie/anonieme-accounts',
      ]),
    );
    expect(reply.blocks).toContainEqual(expect.objectContaining({ kind: 'choices', lead: 'Je vroeg ook' }));
  });

  it('are one question when a story stands between them', () => {
    const text =
      'Is alleen meelezen genoeg? Mijn chef bij de inspectie wil dat ik elke week iets plaats. En mag ik anoniem reageren?';
    expect(asker.ask({ text }).blocks).not.toContainEqual(expect.objectContaining({ lead: 'Je vroeg ook' }));
  });
});

describe('what an editor wrote literally', () => {
  it.each(['clickbait', 'Goodbye', 'schadevergoeding'])('finds its entry: %s', (text) => {
    const { entry, kind } = asker.ask({ text });
    const written = asker.entries.find(({ id }) => id === entry);
    expect(kind).not.toBe('unknown');
    const texts = Object.values(written?.wording ?? {}).flatMap(({ question, variants }) => [
      question,
      ...variants,
    ]);
    expect(texts.map((own) => own.toLowerCase())).toContain(text.toLowerCase());
  });
});
