import { describe, expect, it } from '@jest/globals';
import { textOf } from '../../../src/pages/index.ts';
import { messageItems } from '../../../src/workbench/questions/controls.ts';
import { messagesFor } from '../../../src/workbench/questions/messages.ts';

describe('the messages about a question', () => {
  const ENTRY = {
    folder: 'fietsen',
    id: 'plek',
    file: 'fietsen/vragen/stalling.yaml',
    at: 0,
    text: '- id: plek\n',
  };
  const QUESTIONS: Readonly<Record<string, string>> = { bakfiets: 'Kan ik met een bakfiets komen?' };
  const problem = { file: ENTRY.file, entry: 'plek', line: 1 };
  const lost = (text: string) => ({
    ...problem,
    kind: 'variant-onvindbaar' as const,
    message: `“${text}” krijgt “bakfiets” als de bot hem niet heeft geleerd.`,
    advice: 'Zet er een paar varianten bij.',
  });
  const drawn = (problems: Parameters<typeof messagesFor>[0]) =>
    textOf(messageItems(messagesFor(problems, { ...ENTRY, questionOf: (id) => QUESTIONS[id] }))).replaceAll(
      /\s+/g,
      ' ',
    );

  it('name another question by its words, not by its id', () => {
    const shown = drawn([
      {
        ...problem,
        kind: 'bijna-gelijk',
        message: '“bakfiets” lijkt op “bakfiets kwijt” bij “bakfiets”.',
        advice: 'Kies.',
      },
    ]);
    expect(shown).toContain(
      '“bakfiets” lijkt op “bakfiets kwijt” bij “Kan ik met een bakfiets komen?”. Kies.',
    );
  });

  it('fold away the variants that the bot would not find by itself, with the advice once', () => {
    const shown = drawn([
      lost('breed'),
      lost('kinderen'),
      { ...lost('x'), kind: 'lange-zin', message: 'Lang.' },
    ]);
    expect(shown).toMatch(/Lang\. [^]*<details[^]*2 varianten vindt de bot alleen omdat ze hier staan/);
    expect(shown.split('Zet er een paar varianten bij.')).toHaveLength(3);
    expect(shown.split('Kan ik met een bakfiets komen?')).toHaveLength(3);
  });
});
