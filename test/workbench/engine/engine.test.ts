import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainText } from '../../../src/core/index.ts';
import { CHANNEL_TEXTS } from '../../../src/cli/channel-texts.ts';
import { createEngine } from '../../../src/workbench/engine/index.ts';
import type { Engine } from '../../../src/workbench/engine/types.ts';
import { until } from '../../until.ts';
import { PUMP, QUESTIONS } from '../pump.ts';
import { SMALL } from '../serve.ts';

jest.setTimeout(60_000);

const silent = { error: () => undefined, warn: () => undefined, info: () => undefined };

/** A copy of the small guidance with an engine; `change` writes the questions with a piece replaced. */
function start() {
  const directory = mkdtempSync(join(tmpdir(), 'werkbank-'));
  cpSync(SMALL, directory, { recursive: true });
  const engine = createEngine({ directory, channelTexts: CHANNEL_TEXTS, log: silent });
  const file = join(directory, QUESTIONS);
  const original = readFileSync(file, 'utf8');
  const changed = (from: string, to: string) => {
    expect(original).toContain(from);
    return original.replace(from, to);
  };
  cleanUp.push(async () => {
    await engine.stop();
    rmSync(directory, { recursive: true });
  });
  return {
    engine,
    changed,
    write: (text: string) => {
      writeFileSync(file, text);
      engine.saved();
    },
    original,
  };
}
const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0)) await clean();
});

const answered = async (engine: Engine, ...turns: string[]) =>
  (await engine.ask(turns))?.replies.at(-1)?.entry;
describe('the engine', () => {
  it('answers from the working copy, and from a changed one soon after', async () => {
    const { engine, write, original } = start();
    await engine.settled();
    expect(engine.status().phase).toBe('ready');
    expect(await answered(engine, 'mag ik met een bakfiets komen')).toBe('fietsen-op-het-werk/bakfiets');
    expect(await answered(engine, 'is er een pomp')).not.toBe('fietsen-op-het-werk/pomp');
    write(original + PUMP);
    await engine.settled();
    expect(await answered(engine, 'is er een pomp')).toBe('fietsen-op-het-werk/pomp');
  });

  it('goes on answering from the last good version, and says what is wrong', async () => {
    const { engine, write, changed, original } = start();
    await until(() => engine.status().states !== undefined, 'the states');
    const { hash } = engine.status();
    write(changed('citaten: [Zet je fiets in een vak', 'citaten: [Zet je auto in een vak'));
    await engine.settled();
    expect(engine.status()).toMatchObject({ phase: 'refused', hash });
    expect(engine.status().problems.map(({ kind }) => kind)).toContain('citaat-niet-letterlijk');
    expect(await answered(engine, 'mag ik met een bakfiets komen')).toBe('fietsen-op-het-werk/bakfiets');
    write(original);
    await engine.settled();
    expect(engine.status()).toMatchObject({ phase: 'ready', hash });
    expect(engine.status().problems.map(({ kind }) => kind)).not.toContain('citaat-niet-letterlijk');
  });

  it('trains afresh when a file changes while it trains', async () => {
    const { engine, write, original } = start();
    await until(() => engine.status().phase === 'training', 'the first training');
    write(original + PUMP);
    await engine.settled();
    expect(await answered(engine, 'is er een pomp')).toBe('fietsen-op-het-werk/pomp');
  });

  it('checks and previews what is not saved', async () => {
    const { engine, changed } = start();
    const edits = new Map([[QUESTIONS, changed('Ja, bij de ingang zijn', 'Zeker, bij de ingang zijn')]]);
    const reply = await engine.preview('fietsen-op-het-werk/bakfiets', { language: 'nl', edits });
    expect(reply && plainText(reply)).toContain('Zeker, bij de ingang zijn brede plaatsen.');
    const wrong = new Map([[QUESTIONS, changed('vraag: Kan ik met een bakfiets komen?', 'vraag: ')]]);
    expect((await engine.check(wrong)).map(({ kind }) => kind)).toContain('leeg');
    expect((await engine.check()).map(({ kind }) => kind)).not.toContain('leeg');
    expect(
      await engine.preview('fietsen-op-het-werk/bakfiets', { language: 'nl', edits: wrong }),
    ).toBeUndefined();
  });

  it('tells why the last message of a conversation got its reply', async () => {
    const { engine } = start();
    await engine.settled();
    const tried = await engine.ask(['tot hoe laat kan ik mijn fiets ophalen', 'waarom?']);
    expect(tried?.replies.map(({ entry }) => entry)).toEqual(
      Array(2).fill('fietsen-op-het-werk/openingstijden'),
    );
    expect(tried?.reasons.ruling).toBe('command');
    const { reasons } = (await engine.ask(['mijn bakfiets is te breed voor een vak'])) ?? {};
    expect(reasons?.candidates[0]).toMatchObject({
      entry: 'fietsen-op-het-werk/bakfiets',
      nearest: { text: 'mijn fiets is te breed voor een vak' },
    });
    expect(reasons?.candidates[0]?.words).toContain('breed');
  });

  it('finds how well the entries are found by variants that were not learned', async () => {
    const { engine, write, original } = start();
    write(original + PUMP);
    await until(() => engine.status().states !== undefined, 'the states');
    expect(engine.status().states?.get('fietsen-op-het-werk/pomp')).toMatchObject({ tried: 5 });
    expect(engine.status().states?.has('fietsen-op-het-werk/plek')).toBe(false);
  });
});
