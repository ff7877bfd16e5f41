import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallFile } from '../../core/small-knowledge.ts';
import { runCli, writeSmallKnowledge } from '../run.ts';

const VRAGEN = 'fietsen/vragen/vragen.yaml';
const TESTS = { 'fietsen/proefvragen/p.yaml': '- { vraag: dank je wel, bij: dank }\n' };
/** “dank je wel” goes to another entry, “is stallen gratis” gets another explanation. */
const CHANGED = smallFile(VRAGEN)
  .replace('[dank je wel, dankjewel]', '[dankjewel]')
  .replace('[prijs van de stalling,', '[dank je wel, prijs van de stalling,')
  .replace('De regels zeggen niets over kosten.', 'Over | kosten <b>niets</b>.');

let [before, after] = ['', ''];
beforeEach(() => {
  before = writeSmallKnowledge(TESTS);
  after = writeSmallKnowledge({ ...TESTS, [VRAGEN]: CHANGED });
});
afterEach(() => {
  for (const folder of [before, after]) rmSync(folder, { recursive: true });
});
const run = (...args: readonly string[]) => runCli('redactie', ['vergelijk', ...args]);
const WORSE = 'dank je wel  (goed → fout)\n  - Graag gedaan, namens de Regels voor de stalling.\n  + ';

describe('npm run redactie -- vergelijk', () => {
  it('shows the questions that another folder answers differently, what got worse first', () => {
    const { status, stdout, stderr } = run(before, '--knowledge', after);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^\d+ bekende vragen, \d+ krijgen een ander antwoord: 1 slechter, 0 beter, \d+ even goed\.\n\ndank je wel/,
    );
    expect(stdout.split('\n\n')[1]).toContain(WORSE.slice(0, 26));
    expect(stdout).toContain(
      'is stallen gratis  (goed)\n  - De regels zeggen niets over kosten.\n  + Over | kosten <b>niets</b>.\n',
    );
  });

  it('does not count a question that was added among what got better', () => {
    const found = 'waar staat de fietspomp die alles weer op druk brengt';
    const variants = `[${found}, prijs van de stalling,`;
    writeFileSync(join(after, VRAGEN), smallFile(VRAGEN).replace('[prijs van de stalling,', variants));
    writeFileSync(
      join(after, 'fietsen/proefvragen/p.yaml'),
      '- { vraag: dank je wel, bij: dank }\n- { vraag: zzz qqq, bij: dank }\n',
    );
    const { stdout } = run(before, '--knowledge', after);
    expect(stdout).toMatch(
      / 0 beter, \d+ even goed\.\n\nNieuwe vragen: 2, 1 goed beantwoord, 1 nog niet\.\n/,
    );
    expect(stdout).toContain('zzz qqq  (nieuw → niet begrepen)\n  + ');
    expect(stdout).not.toContain(found);
    const { anders, erbij } = JSON.parse(run(before, '--knowledge', after, '--json').stdout) as {
      readonly anders: readonly object[];
      readonly erbij: readonly object[];
    };
    expect(anders).not.toContainEqual(expect.objectContaining({ vraag: [found] }));
    expect(erbij).toEqual([
      expect.objectContaining({ vraag: ['zzz qqq'], oordeel: 'niet begrepen' }),
      { vraag: [found], oordeel: 'goed', soort: 'silent', bij: 'kosten' },
    ]);
  });

  it('finds nothing when nothing changed', () => {
    expect(run(before, '--knowledge', before).stdout).toContain(', 0 krijgen een ander antwoord:');
  });

  it('makes a table for a pull request, in which no text is markup', () => {
    const { stdout } = run(before, '--knowledge', after, '--markdown');
    expect(stdout).toContain(
      '| vraag | wat | oud | nieuw |\n| --- | --- | --- | --- |\n| dank je wel | goed → fout |',
    );
    expect(stdout).toContain(
      '| De regels zeggen niets over kosten. | Over \\| kosten &lt;b&gt;niets&lt;/b&gt;. |',
    );
  });

  it('is a list for programs with --json', () => {
    const { anders } = JSON.parse(run(before, '--knowledge', after, '--json').stdout) as {
      readonly anders: readonly object[];
    };
    expect(anders[0]).toMatchObject({
      vraag: ['dank je wel'],
      winst: -3,
      oud: { oordeel: 'goed', bij: 'dank' },
      nieuw: { oordeel: 'fout' },
    });
  });

  it('compares with the last commit, or the version that was named', () => {
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: before,
        stdio: 'pipe',
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'een');
    writeFileSync(join(before, VRAGEN), CHANGED);
    expect(run('--knowledge', before).stdout).toContain('1 slechter');
    git('commit', '--quiet', '--all', '--message', 'twee');
    expect(run('--knowledge', before).stdout).toContain(', 0 krijgen een ander antwoord');
    expect(run('HEAD~1', '--knowledge', before).stdout).toContain('1 slechter');
    expect(run('nergens', '--knowledge', before)).toMatchObject({
      status: 1,
      stderr: '“nergens” is geen versie in git en geen bestand.\n',
    });
    expect(String(git('worktree', 'list')).trim().split('\n')).toHaveLength(1);
  });

  it('compares without git with the knowledge of the running bot', () => {
    const running = runCli('redactie', ['vergelijk', '--knowledge', after], { KNOWLEDGE_DIR: before });
    expect(running.stdout).toContain('1 slechter');
    expect(runCli('redactie', ['vergelijk'], { KNOWLEDGE_DIR: before })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Er is geen git in deze map.'),
    });
  });
});
