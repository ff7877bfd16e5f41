import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { writeSmallKnowledge } from './run.ts';

// Each test starts a process of its own; the machine may be busy.
jest.setTimeout(120_000);

const ASK = join(import.meta.dirname, '../../src/cli/ask.ts');
let knowledge = '';

beforeAll(() => {
  knowledge = writeSmallKnowledge();
});
afterAll(() => {
  rmSync(knowledge, { recursive: true });
});

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [ASK, ...args], { env: { PATH: '', ...environment } });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended };
}

/** Everything that a finished run wrote. */
async function run(args: readonly string[], input = '', environment: Readonly<Record<string, string>> = {}) {
  const { child, ended } = start(args, environment);
  child.stdin.end(input);
  const [out, error, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
  return { out, error, code };
}

const HELP = /^Gebruik: npm run --silent ask -- \[opties\] \["je vraag"\]\n/;
const OPEN = `Wanneer is de stalling open?

Van zeven tot zeven.

│ “De stalling is open van zeven tot negentien uur.”
│ nl citaat_bron Regels voor de stalling; 2024 · Openingstijden
`;

describe('ask with a question', () => {
  it('writes the reply and nothing else', async () => {
    await expect(run(['--knowledge', knowledge, 'openingstijden'])).resolves.toEqual({
      out: OPEN,
      error: '',
      code: 0,
    });
  });

  it('takes words without quotes around them for one question', async () => {
    const { out } = await run(['--knowledge', knowledge, 'hoe', 'laat', 'sluit', 'de', 'stalling']);
    expect(out).toBe(OPEN);
  });

  it('gives buttons a dash, because nobody can pick them', async () => {
    const { out } = await run(['--knowledge', knowledge, 'waar zet ik mijn fiets?']);
    expect(out.slice(out.indexOf('nl verwant'))).toBe('nl verwant:\n  -  Wanneer is de stalling open?\n');
  });

  it('explains the reply with --why', async () => {
    const { out } = await run(['--knowledge', knowledge, '--why', 'openingstijden']);
    expect(out.slice(0, OPEN.length)).toBe(OPEN);
    expect(out.slice(OPEN.length)).toMatch(
      /^\nBesluit: answer; 100 % van de 1 inhoudswoorden bekend\nZekerheid en woorden per vraag:\n *\d+ % {2}open {2}\(openingstijden\)\n/,
    );
  });

  it('explains a command without a search', async () => {
    const { out } = await run(['--knowledge', knowledge, '--why', 'uitleg']);
    expect(out).toBe('nl uitleg_geen\n\nBesluit: command\n');
  });

  it('answers from the knowledge that comes with it when no other is given', async () => {
    const { out, code } = await run(['Is alleen meelezen ook goed?']);
    expect(out.replaceAll('\n│ ', ' ')).toContain('luisteren en meelezen is ook meedoen.”');
    expect(code).toBe(0);
  });
});

describe('ask without a question', () => {
  it('holds a conversation with memory and numbers', async () => {
    const { out, error, code } = await run(['--knowledge', knowledge], 'openingstijden\nuitleg\n1\n');
    expect(out).toBe(
      `\n${OPEN}\n\nnl uitleg\n\n` +
        'nl uitleg_woorden Wanneer is de stalling open?; “openingstijden”\n\n' +
        `[1]  Wanneer is de stalling open?\n\n\n${OPEN}\n`,
    );
    expect([error, code]).toEqual(['', 0]);
  });

  it('takes the knowledge directory from the environment too', async () => {
    const { out } = await run([], 'bron\n', { KNOWLEDGE_DIR: knowledge });
    expect(out).toBe('\nnl bron_geen\n\n');
  });
});

describe('ask --jsonl', () => {
  it('answers line by line and exits with 0', async () => {
    const { out, error, code } = await run(
      ['--knowledge', knowledge, '--jsonl'],
      '{"text":"openingstijden","conversation":"a"}\n\n{"text":"bron","conversation":"a"}\n',
    );
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ kind, entry }) => [kind, entry])).toEqual([
      ['answer', 'open'],
      ['answer', 'open'],
    ]);
    expect([error, code]).toEqual(['', 0]);
  });

  it('exits with 1 after a line that it could not read, having answered the rest', async () => {
    const { out, code } = await run(['--knowledge', knowledge, '--jsonl'], 'x\n{"text":"over"}\n');
    const [first, second] = out.split('\n').map((line) => (line === '' ? '' : (JSON.parse(line) as unknown)));
    expect(first).toEqual({ error: 'Deze regel is geen geldige JSON.', line: 1 });
    expect(second).toMatchObject({ text: 'over', kind: 'about' });
    expect(code).toBe(1);
  });

  it('answers each line as it comes, before the input ends', async () => {
    const { child, ended } = start(['--knowledge', knowledge, '--jsonl']);
    child.stdin.write('{"text":"openingstijden"}\n');
    const [chunk] = (await new Promise<unknown[]>((resolve) => {
      child.stdout.once('data', (...data: unknown[]) => {
        resolve(data);
      });
    })) as [Buffer];
    expect(JSON.parse(chunk.toString())).toMatchObject({ kind: 'answer', entry: 'open' });
    child.stdin.end();
    await expect(ended).resolves.toBe(0);
  });

  // As in `... | head -1`.
  it('stops without a stack trace when nobody reads on', async () => {
    const { child, ended } = start(['--knowledge', knowledge, '--jsonl']);
    const error = textOf(child.stderr);
    child.stdin.on('error', () => undefined);
    child.stdin.write('{"text":"openingstijden"}\n');
    child.stdout.once('data', () => {
      child.stdout.destroy();
      child.stdin.end('{"text":"openingstijden"}\n'.repeat(2_000));
    });
    await ended;
    await expect(error).resolves.toBe('');
  });
});

describe('ask used wrongly', () => {
  it('explains itself with --help', async () => {
    const { out, error, code } = await run(['--help']);
    expect(out).toMatch(HELP);
    expect([error, code]).toEqual(['', 0]);
  });

  it('exits with 2, says what is wrong in Dutch, and explains itself', async () => {
    const { out, error, code } = await run(['--foo', 'hallo']);
    expect([out, code]).toEqual(['', 2]);
    const [problem, ...usage] = error.split('\n\n');
    expect(problem).toBe('De optie --foo bestaat niet.');
    expect(usage.join('\n\n')).toMatch(HELP);
  });

  it('exits with 1 and advice when the knowledge directory is not there', async () => {
    const missing = join(knowledge, 'nergens');
    await expect(run(['--knowledge', missing, 'hallo'])).resolves.toEqual({
      out: '',
      error:
        `De kennis heeft 1 probleem:\n- ${missing}: Deze map bestaat niet. ` +
        'Geef met --knowledge of KNOWLEDGE_DIR de map op waarin een map per handreiking staat.\n',
      code: 1,
    });
  });
});
