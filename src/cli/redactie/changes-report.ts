import { plainText } from '../../core/index.ts';
import type { Reply } from '../../core/index.ts';
import type { Change, Verdict } from '../../evaluation/verdicts.ts';

const NAMES: Readonly<Record<Verdict, string>> = {
  right: 'goed',
  offered: 'aangeboden',
  missed: 'niet begrepen',
  wrong: 'fout',
  unlabelled: 'zonder label',
};
const MAX_LINES = 4;
const MAX_WIDTH = 160;

/** The first line of a report in Dutch: how many questions were compared, and how many changed for better or worse. */
function summary(compared: number, changes: readonly Change[]): string {
  const [worse, better] = [changes.filter(({ gain }) => gain < 0), changes.filter(({ gain }) => gain > 0)];
  const same = changes.length - worse.length - better.length;
  return `${compared} bekende vragen, ${changes.length} krijgen een ander antwoord: ${worse.length} slechter, ${better.length} beter, ${same} even goed.`;
}

/** A report for people in Dutch, old beside new; the first `most` changes. */
export function textReport(compared: number, changes: readonly Change[], most: number): string {
  const shown = changes.slice(0, most).map((change) => {
    const { before, after } = differingLines(change);
    return [
      `${change.turns.join(' > ')}  (${verdicts(change)})`,
      ...before.map((line) => `  - ${line}`),
      ...after.map((line) => `  + ${line}`),
    ].join('\n');
  });
  return `${[summary(compared, changes), ...shown, ...rest(changes, most)].join('\n\n')}\n`;
}

/** A report as Markdown in Dutch, for the description of a pull request; the first `most` changes. */
export function markdownReport(compared: number, changes: readonly Change[], most: number): string {
  const rows = changes.slice(0, most).map((change) => {
    const { before, after } = differingLines(change);
    const cells = [change.turns.join(' > '), verdicts(change), before.join('\n'), after.join('\n')];
    return `| ${cells.map(escapeCell).join(' | ')} |`;
  });
  const head =
    rows.length === 0 ? [] : ['', '| vraag | wat | oud | nieuw |', '| --- | --- | --- | --- |', ...rows];
  return `${[summary(compared, changes), ...head, ...rest(changes, most).flatMap((line) => ['', line])].join('\n')}\n`;
}

/** The changes for programs; keys are Dutch, as in the other commands for editors. `idOf` shortens ids. */
export function jsonReport(
  compared: number,
  changes: readonly Change[],
  idOf: (id: string) => string,
): string {
  const bij = ({ entry }: Reply) => (entry === undefined ? null : idOf(entry));
  const list = changes.map(({ turns, before, after, gain }) => ({
    vraag: turns,
    winst: gain,
    oud: { oordeel: NAMES[before.verdict], soort: before.reply.kind, bij: bij(before.reply) },
    nieuw: { oordeel: NAMES[after.verdict], soort: after.reply.kind, bij: bij(after.reply) },
  }));
  return `${JSON.stringify({ vergeleken: compared, anders: list }, null, 2)}\n`;
}

function rest(changes: readonly Change[], most: number): string[] {
  return changes.length > most
    ? [`(nog ${changes.length - most}; toon ze met --most ${changes.length})`]
    : [];
}

function verdicts({ before, after }: Change): string {
  const [old, now] = [NAMES[before.verdict], NAMES[after.verdict]];
  return old === now ? now : `${old} → ${now}`;
}

const linesOf = (reply: Reply) =>
  plainText(reply)
    .split('\n')
    .filter((line) => line !== '');

function differingLines({ before, after }: Change) {
  const [old, now] = [linesOf(before.reply), linesOf(after.reply)];
  const only = (lines: readonly string[], others: readonly string[]) => {
    const found = lines.filter((line) => !others.includes(line));
    return [
      ...found
        .slice(0, MAX_LINES)
        .map((line) => (line.length > MAX_WIDTH ? `${line.slice(0, MAX_WIDTH)}…` : line)),
      ...(found.length > MAX_LINES ? [`(nog ${found.length - MAX_LINES} regels)`] : []),
    ];
  };
  return { before: only(old, now), after: only(now, old) };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeCell(text: string): string {
  return text
    .replace(/[\\`*_[\]|@#~]/g, (sign) => `\\${sign}`)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll('\n', '<br>');
}
