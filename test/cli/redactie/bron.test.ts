import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../../src/knowledge/fingerprint.ts';
import { smallFile } from '../../core/small-knowledge.ts';
import { runCli, writeSmallKnowledge } from '../run.ts';

const OLD = smallFile('fietsen/bron.txt');
const METADATA = 'fietsen/handreiking.yaml';
const VRAGEN = 'fietsen/vragen/vragen.yaml';

let folder = '';
beforeEach(() => {
  folder = writeSmallKnowledge({
    [METADATA]: `# van de receptie\n${smallFile(METADATA)}sha256: ${sha256(OLD)} # nalopen\n`,
    [VRAGEN]: smallFile(VRAGEN).replace('citaten: [De stalling', 'citaten: # let op\n    [De stalling'),
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const run = (text: string | Buffer, ...args: readonly string[]) => {
  const file = join(folder, 'nieuw.txt');
  writeFileSync(file, text);
  return runCli('redactie', ['bron', '--knowledge', folder, '--bestand', file, ...args]);
};

describe('a new edition of a source', () => {
  it('with the same text changes nothing', () => {
    expect(run(OLD)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^Zinnen: 0 anders, 0 erbij, 0 weg\.\n\nCitaten: \d+ blijven, 0 krijgen andere leestekens, 0 kloppen niet meer\.\n$/,
      ),
    });
  });

  it('shows which sentences and which quotes are not the same any more', () => {
    const text = OLD.replace('van zeven tot negentien uur', 'van acht tot negentien uur')
      .replace('Deze regels gelden voor iedereen.', 'Deze regels gelden voor iedereen. Neem een slot mee.')
      .replace(' Een fiets buiten het rek wordt verwijderd.', '');
    const { status, stdout } = run(text);
    expect(status).toBe(1);
    expect(stdout).toContain('Zinnen: 1 anders, 1 erbij, 1 weg.\n');
    expect(stdout).toContain(
      '  - De stalling is open van zeven tot negentien uur.\n  + De stalling is open van acht tot negentien uur.\n',
    );
    expect(stdout).toContain('  + Neem een slot mee.\n');
    expect(stdout).toContain('  - Een fiets buiten het rek wordt verwijderd.\n');
    expect(stdout).toContain('2 kloppen niet meer.');
    expect(stdout).toContain(
      '  open\n    - De stalling is open van zeven tot negentien uur.\n    lijkt op: De stalling is open van acht',
    );
  });

  it('that only moves sentences breaks no quote', () => {
    const text =
      OLD.replace('\n\nDeze regels gelden voor iedereen.', '') + '\nDeze regels gelden voor iedereen.\n';
    expect(run(text)).toMatchObject({ status: 0, stdout: expect.stringContaining(', 0 kloppen niet meer.') });
  });

  it('is taken over with --bijwerken: text, fingerprint, and quotes whose signs alone differ', () => {
    const text = OLD.replace('van zeven tot negentien uur', 'van zeven\u00a0tot negentien uur').replace(
      'Twijfel je?',
      'Twijfel\u00a0je?',
    );
    const before = [METADATA, VRAGEN, 'fietsen/zelfcheck.yaml'].map(read);
    expect(run(text, '--bijwerken').status).toBe(0);
    expect(read('fietsen/bron.txt')).toBe(text);
    expect([METADATA, VRAGEN, 'fietsen/zelfcheck.yaml'].map(read)).toEqual([
      before[0]?.replace(sha256(OLD), sha256(text)),
      ...before.slice(1),
    ]);
    expect(runCli('redactie', ['controle', '--knowledge', folder]).status).toBe(0);
  });

  it('gives a quote the quotation marks and dashes of the new text, and keeps what is around it', () => {
    const first = OLD.replace('De stalling is open', "De 'stalling' is open - ook nu -");
    rmSync(folder, { recursive: true });
    const entries = `# boven\n${smallFile(VRAGEN).replace('citaten: [De stalling is open van', "citaten: # let op\n    - De 'stalling' is open - ook nu - van").replace('negentien uur.]', 'negentien uur.')}`;
    folder = writeSmallKnowledge({ 'fietsen/bron.txt': first, [VRAGEN]: entries });
    const text = OLD.replace('De stalling is open', 'De ‘stalling’ is open – ook nu –');
    expect(run(text, '--bijwerken')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 krijgen andere leestekens'),
    });
    expect(read(VRAGEN)).toBe(
      entries.replace("'stalling' is open - ook nu -", '‘stalling’ is open – ook nu –'),
    );
    expect(runCli('redactie', ['controle', '--knowledge', folder]).status).toBe(0);
  });

  it('is a list for programs with --json', () => {
    const { stdout } = run(OLD.replace('Je fiets op slot staat.', 'Je fiets goed staat.'), '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      zinnen: [{ oud: 'Je fiets op slot staat.', nieuw: 'Je fiets goed staat.' }],
      citaten: expect.arrayContaining([
        { vraag: 'in-rek', citaat: 'Zet je fiets in een rek.', wat: 'blijft', nieuw: null },
        {
          vraag: 'zelfcheck',
          citaat: 'Je fiets op slot staat.',
          wat: 'klopt niet meer',
          nieuw: expect.any(String),
        },
      ]),
    });
  });

  it.each([
    ['in another encoding', Buffer.from('caf\u00e9', 'latin1'), [], 'bewaar het als UTF-8'],
    [
      'of a guidance that is not there',
      OLD,
      ['--handreiking', 'auto'],
      'Geef met --handreiking de map van de handreiking: fietsen.',
    ],
  ])('%s is refused in Dutch', (_, text, args, reason) => {
    expect(run(text, ...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(reason) });
    expect(read('fietsen/bron.txt')).toBe(OLD);
  });
});
