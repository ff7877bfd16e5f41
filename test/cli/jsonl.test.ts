import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ask, mostListeners, runJsonl } from './run-jsonl.ts';

const NOT_JSON = 'Deze regel is geen geldige JSON.';
const NOT_A_QUESTION = 'Verwacht: {"text": "…"} met eventueel "conversation": "…", allebei tekst.';
const miss = { kind: 'unknown', entry: null, confidence: 0.5, quotes: [], choices: [], reply: '' };
const ms = expect.any(Number) as unknown;

describe('a line out has every field of the contract and no other', () => {
  it.each([
    [
      'open',
      {
        kind: 'answer',
        entry: 'open',
        confidence: 0.988,
        quotes: ['Open van zeven tot zeven.', 'Ook zondag.'],
        choices: [],
        reply: '“Open van zeven tot zeven.”\n(Regels, 2024)\n\n“Ook zondag.”\n(Regels, 2024)',
      },
    ],
    [
      'fiets',
      {
        kind: 'choices',
        entry: null,
        confidence: 0.25,
        quotes: [],
        choices: [
          { entry: 'open', kind: 'answer', quotes: ['Open van zeven tot zeven.'] },
          { entry: 'kosten', kind: 'silent', quotes: [] },
          { entry: 'zelfcheck', kind: 'checklist', quotes: ['Twijfel je?', 'Past hij?', 'Op slot?'] },
        ],
        reply: '- Over open\n- Over kosten\n- Over zelfcheck',
      },
    ],
    [
      'zelfcheck',
      {
        kind: 'checklist',
        entry: 'zelfcheck',
        confidence: 1,
        quotes: ['Twijfel je?', 'Past hij?', 'Op slot?'],
        choices: [],
        reply: '“Twijfel je?”\n(Regels, 2024)\n\n1. Past hij?\n2. Op slot?\n(Regels, 2024)',
      },
    ],
    // Buttons of other kinds of reply are next steps, not guesses at what was meant.
    [
      'onderwerpen',
      { kind: 'topics', entry: null, confidence: 1, quotes: [], choices: [], reply: '- Over open' },
    ],
    ['iets anders', miss],
    ['', miss],
  ])('for “%s”', async (text, expected) => {
    const { lines, exitCode } = await runJsonl(ask(text));
    expect(lines).toEqual([{ text, ...expected, ms }]);
    expect(lines[0]?.['ms']).toBeGreaterThanOrEqual(0);
    expect(exitCode).toBe(0);
  });
});

describe('a line in', () => {
  it.each([
    ['no JSON', 'open', NOT_JSON],
    ['half an object', '{"text": "open"', NOT_JSON],
    ['two objects', '{"text": "a"}{"text": "b"}', NOT_JSON],
    ['null', 'null', NOT_A_QUESTION],
    ['a number', '1', NOT_A_QUESTION],
    ['a list', '["open"]', NOT_A_QUESTION],
    ['a string', '"open"', NOT_A_QUESTION],
    ['no text', '{"conversation": "a"}', NOT_A_QUESTION],
    ['a text that is no string', '{"text": 1}', NOT_A_QUESTION],
    ['a conversation that is no string', '{"text": "open", "conversation": 1}', NOT_A_QUESTION],
    ['bytes that are no UTF-8 outside a string', Buffer.from([0xff, 0xfe, 0xc3]), NOT_JSON],
  ])('of %s gives an error with its number, and the rest is answered', async (_, bad, error) => {
    const { lines, exitCode } = await runJsonl(ask('open'), bad, '\n', ask('fiets'));
    expect(lines.map(({ kind }) => kind)).toEqual(['answer', undefined, 'choices']);
    expect(lines[1]).toEqual({ error, line: 2 });
    expect(exitCode).toBe(1);
  });

  it('that is blank is skipped, but counts', async () => {
    const { lines, exitCode } = await runJsonl('\n  \n', ask('open'), '\t\r\n', 'fout\n');
    expect(lines.map(({ kind, line }) => kind ?? line)).toEqual(['answer', 5]);
    expect(exitCode).toBe(1);
  });

  it('may hold more fields, end in CRLF or not end at all', async () => {
    const { lines, exitCode } = await runJsonl('{"text": "open", "id": 7}\r\n', '{"text": "fiets"}');
    expect(lines.map(({ kind }) => kind)).toEqual(['answer', 'choices']);
    expect(exitCode).toBe(0);
  });

  it('may come in pieces that cut a letter in two', async () => {
    const bytes = Buffer.from(ask('één'));
    const { lines } = await runJsonl(...[...bytes].map((byte) => Buffer.from([byte])));
    expect(lines).toEqual([{ text: 'één', ...miss, ms }]);
  });

  it('with broken UTF-8 in its text is asked with the mark for what could not be read', async () => {
    const broken = Buffer.concat([Buffer.from('{"text": "op'), Buffer.from([0xc3]), Buffer.from('en"}\n')]);
    const { lines, exitCode } = await runJsonl(broken, ask('open'));
    expect(lines.map(({ text }) => text)).toEqual(['op\ufffden', 'open']);
    expect(exitCode).toBe(0);
  });

  // Some editors on Windows put it before the first letter of a file.
  it('after a byte order mark is read', async () => {
    const { lines, exitCode } = await runJsonl(`\ufeff${ask('open')}`);
    expect(lines.map(({ kind, error }) => kind ?? error)).toEqual(['answer']);
    expect(exitCode).toBe(0);
  });

  // JSON allows both raw inside a string, and JSON.stringify writes them so.
  it.each(['\u2028', '\u2029'])('is one line, whatever separators its text holds (%j)', async (separator) => {
    const text = `een${separator}twee`;
    const { lines, exitCode } = await runJsonl(ask(text), ask('open'));
    expect(lines.map((line) => line['text'])).toEqual([text, 'open']);
    expect(exitCode).toBe(0);
  });

  it('gives nothing when there is none', async () => {
    await expect(runJsonl()).resolves.toEqual({ exitCode: 0, lines: [], asked: [] });
  });
});

describe('a conversation', () => {
  it('is remembered by its name, and a line without one stands alone', async () => {
    const { asked } = await runJsonl(
      ask('open', 'a'),
      ask('iets', 'b'),
      ask('iets'),
      ask('iets', 'a'),
      ask('open'),
    );
    expect(asked.map(({ previous }) => previous)).toEqual([
      undefined,
      undefined,
      undefined,
      { entry: 'open', words: [], missed: false, language: 'nl' },
      undefined,
    ]);
  });
});

describe('any lines', () => {
  it('leave no listeners on an output that is slow', async () => {
    expect(await mostListeners(30)).toBe(await mostListeners(2));
  });

  it('are answered one for one and in order', async () => {
    const text = fc.oneof(fc.constantFrom('open', 'fiets', 'zelfcheck'), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text, good: fc.boolean() }), { maxLength: 30 }),
        async (items) => {
          const { lines, exitCode } = await runJsonl(
            // Separators of lines have a test of their own.
            ...items.map(({ text: asked, good }) =>
              good ? ask(asked.replace(/[\u2028\u2029]/g, '')) : '{\n',
            ),
          );
          const expected = items.map(({ text: asked, good }, place) =>
            good ? asked.replace(/[\u2028\u2029]/g, '') : { error: NOT_JSON, line: place + 1 },
          );
          expect(lines.map((line) => line['text'] ?? line)).toEqual(expected);
          expect(exitCode).toBe(items.every(({ good }) => good) ? 0 : 1);
        },
      ),
      { numRuns: 50 },
    );
  }, 60_000);
});
