import { describe, expect, it } from '@jest/globals';
import { PassThrough, Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { converse } from '../../../adapters/terminal/index.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import type { Question, Reply } from '../../../src/core/index.ts';

/** A core that says back what it was asked, with two buttons when the text has an ampersand. */
function echo() {
  const asked: string[] = [];
  const ask = ({ text, previous }: Question): Reply => {
    asked.push(text);
    const said = { kind: 'paragraph', text: `je zei: ${text} na ${previous?.entry ?? 'niets'}` } as const;
    const choices = text.split('&').map((part) => ({ label: `knop ${part}`, value: `entry:${part}` }));
    return {
      kind: 'answer',
      language: 'nl',
      entry: text,
      blocks: choices.length > 1 ? [said, { kind: 'choices', choices }] : [said],
    };
  };
  const suggest = (text: string) =>
    ['Mag dat?', 'Mag dit?']
      .filter((label) => label.startsWith(text))
      .map((label) => ({ label, value: `entry:${label}`, language: 'nl' as const }));
  const sorry = (): Reply => ({ kind: 'unknown', language: 'nl', blocks: [] });
  const assistant = createAssistant({
    asker: { ask, suggest, sorry, language: 'nl', say: (key) => key, entries: [] },
    channel: 'terminal',
  });
  return { asked, assistant };
}

/** What is asked and written when these chunks are typed. */
async function typed(...chunks: readonly (string | Buffer)[]) {
  const { asked, assistant } = echo();
  const output = new PassThrough();
  const written = textOf(output);
  const answered = await converse(assistant, { input: Readable.from(chunks), output });
  output.end();
  expect(answered).toBe(asked.length);
  return { asked, written: await written };
}

describe('a conversation over two streams', () => {
  it('answers every line, in order, with an empty line around each reply and no prompt', async () => {
    const { written } = await typed('een\ntwee\n');
    expect(written).toBe('\nje zei: een na niets\n\n\nje zei: twee na een\n\n');
  });

  it('answers the last line without a line end, and lines that come in pieces', async () => {
    const { asked } = await typed('ee', 'n\r', '\ntw', 'ee');
    expect(asked).toEqual(['een', 'twee']);
  });

  it('ends without a word when nothing is typed', async () => {
    await expect(typed()).resolves.toEqual({ asked: [], written: '' });
  });

  it('shows numbered buttons, and a number picks the button that shows it', async () => {
    const { asked, written } = await typed('a&b\n', '2\n');
    expect(written).toContain('[1]  knop a\n[2]  knop b\n');
    expect(asked).toEqual(['a&b', 'entry:b']);
  });

  it.each([
    ['a number with spaces around it picks too', ' 1 ', 'entry:a'],
    ['a number below zero is a question', '-1', '-1'],
    ['a broken number is a question', '1,5', '1,5'],
    ['a number with words is a question', '1 van de twee', '1 van de twee'],
    ['an empty line is a question', '', ''],
  ])('%s', async (_, line, text) => {
    const { asked } = await typed(`a&b\n${line}\n`);
    expect(asked).toEqual(['a&b', text]);
  });

  it('forgets the buttons of an earlier reply', async () => {
    const { asked } = await typed('a&b\n', 'tussendoor\n', '1\n');
    expect(asked).toEqual(['a&b', 'tussendoor', '1']);
  });

  it('shows no colours and no control characters of what was typed', async () => {
    const { written } = await typed('\u001b[31mrood\u0007\n');
    expect(written).toBe('\nje zei:  [31mrood  na niets\n\n');
  });

  it('goes on after bytes that are no text', async () => {
    const { asked } = await typed(Buffer.from([0xff, 0xfe, 0x0a]), 'een\n');
    expect(asked).toEqual(['\ufffd\ufffd', 'een']);
  });
});
