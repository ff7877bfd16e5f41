import { describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { converse } from '../../../adapters/terminal/index.ts';
import { createAssistant } from '../../../src/assistant/index.ts';
import { createAsker } from '../../../src/core/index.ts';
import { smallKnowledge } from '../../core/small-knowledge.ts';
import { until } from '../../until.ts';

const asker = createAsker(smallKnowledge());

/** A conversation in a terminal, and what is on its screen. */
function openTerminal() {
  const events: string[] = [];
  const meter = {
    event: (_: string, type: string, outcome: string) => void events.push(`${type} ${outcome}`),
  };
  const assistant = createAssistant({ asker, channel: 'terminal', meter });
  const input = Object.assign(new PassThrough(), { isTTY: true as const });
  const output = Object.assign(new PassThrough(), { isTTY: true as const, columns: 200, rows: 50 });
  let screen = '';
  output.on('data', (chunk: Buffer) => (screen += chunk.toString()));
  const ended = converse(assistant, { input, output });
  return {
    events,
    type: (keys: string) => void input.write(keys),
    /** Waits until this is written after what was waited for before. */
    shows: async (text: string) => {
      await until(() => Promise.resolve(stripVTControlCharacters(screen).includes(text)), text);
      screen = '';
    },
    stop: async () => {
      // Empties the line: only then Ctrl-D ends the input.
      input.write('\u0015\u0004');
      return ended;
    },
  };
}

describe('Tab in a terminal', () => {
  it('is explained at the start', async () => {
    const terminal = openTerminal();
    await terminal.shows('nl terminal_tab');
    await terminal.stop();
  });

  it('puts the likeliest question in the place of what was typed, and Enter answers it as a button', async () => {
    const terminal = openTerminal();
    await terminal.shows('> ');
    terminal.type('buiten h\t');
    await terminal.shows('Wat gebeurt er met een fiets buiten het rek?');
    terminal.type('\r');
    await terminal.shows('Die wordt verwijderd.');
    expect(terminal.events).toEqual(['suggestion found', 'button answer']);
    expect(await terminal.stop()).toBe(1);
  });

  it('completes the beginning of a question, and goes on to the next ones and round', async () => {
    const terminal = openTerminal();
    await terminal.shows('> ');
    terminal.type('wa\t');
    const found = asker.suggest('wa', 5).map(({ label }) => label);
    expect(found.length).toBeGreaterThan(1);
    // What was typed is not written again where the question begins with it.
    await terminal.shows((found[0] ?? '').slice(2));
    for (const label of [...found.slice(1), found[0] ?? '']) {
      terminal.type('\t');
      await terminal.shows(label);
    }
    await terminal.stop();
  });

  it('answers in the language of the question', async () => {
    const terminal = openTerminal();
    await terminal.shows('> ');
    terminal.type('where do\t');
    await terminal.shows('I put my bicycle?');
    terminal.type('\r');
    await terminal.shows('In a rack.');
    await terminal.stop();
  });

  it('changes nothing when no question fits', async () => {
    const terminal = openTerminal();
    await terminal.shows('> ');
    for (const keys of ['xqz', '\t', '?']) terminal.type(keys);
    await terminal.shows('xqz?');
    terminal.type('\r');
    await until(() => Promise.resolve(terminal.events.length === 2), 'two events');
    expect(terminal.events).toEqual(['suggestion none', 'question unknown']);
    await terminal.stop();
  });

  it('is asked as typed when it is changed afterwards', async () => {
    const terminal = openTerminal();
    await terminal.shows('> ');
    terminal.type('buiten h\t');
    await terminal.shows('buiten het rek?');
    terminal.type(' of niet\r');
    await until(() => Promise.resolve(terminal.events.length === 2), 'two events');
    expect(terminal.events[1]).toMatch(/^question /);
    await terminal.stop();
  });
});
