import { plainText } from '../../core/index.ts';
import type { Reply } from '../../core/index.ts';
import { splitChanges } from '../../evaluation/verdicts.ts';
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

/**
 * The first lines of a report in Dutch: how many questions were compared, how many changed for better or worse, and how many
 * of the new ones are answered right.
 */
function summary(compared: number, changes: readonly Change[]): string[] {
  const { changed, added } = splitChanges(changes);
  const [worse, better] = [changed.filter(({ gain }) => gain < 0), changed.filter(({ gain }) => gain > 0)];
  const same = changed.length - worse.length - better.length;
  const right = added.filter(({ after }) => after.verdict === 'right').length;
  return [
    `${compared - added.length} bekende vragen, ${changed.length} krijgen een ander antwoord: ${worse.length} slechter, ${better.length} beter, ${same} even goed.`,
    ...(added.length === 0
      ? []
      : [`Nieuwe vragen: ${added.length}, ${right} goed beantwoord, ${added.length - right} nog niet.`]),
  ];
}

/** A report for people in Dutch, old beside new; the first `most` changes. */
export function textReport(compared: number, changes: readonly Change[], most: number): string {
  const { shown, left } = worthShowing(changes, most);
  const texts = shown.map((change) => {
    const { before, after } = differingLines(change);
    return [
      `${change.turns.join(' > ')}  (${verdicts(change)})`,
      ...before.map((line) => `  - ${line}`),
      ...after.map((line) => `  + ${line}`),
    ].join('\n');
  });
  return `${[...summary(compared, changes), ...texts, ...left].join('\n\n')}\n`;
}

/** A report as Markdown in Dutch, for the description of a pull request; the first `most` changes. */
export function markdownReport(compared: number, changes: readonly Change[], most: number): string {
  const { shown, left } = worthShowing(changes, most);
  const rows = shown.map((change) => {
    const { before, after } = differingLines(change);
    const cells = [change.turns.join(' > '), verdicts(change), before.join('\n'), after.join('\n')];
    return `| ${cells.map(escapeCell).join(' | ')} |`;
  });
  const head =
    rows.length === 0
      ? []
      : [['| vraag | wat | oud | nieuw |', '| --- | --- | --- | --- |', ...rows].join('\n')];
  return `${[...summary(compared, changes), ...head, ...left].join('\n\n')}\n`;
}

/** The changes for programs; keys are Dutch, as in the other commands for editors. `idOf` shortens ids. */
export function jsonReport(
  compared: number,
  changes: readonly Change[],
  idOf: (id: string) => string,
): string {
  const side = ({ reply, verdict }: Change['after']) => ({
    oordeel: NAMES[verdict],
    soort: reply.kind,
    bij: reply.entry === undefined ? null : idOf(reply.entry),
  });
  const { changed, added } = splitChanges(changes);
  const anders = changed.map(({ turns, before, after, gain }) => ({
    vraag: turns,
    winst: gain,
    oud: side(before),
    nieuw: side(after),
  }));
  const erbij = added.map(({ turns, after }) => ({ vraag: turns, ...side(after) }));
  return `${JSON.stringify({ vergeleken: compared - added.length, anders, erbij }, null, 2)}\n`;
}

/** What changed, and the new questions that are not answered right: the first `most`. */
function worthShowing(changes: readonly Change[], most: number) {
  const all = changes.filter(({ before, after }) => before !== undefined || after.verdict !== 'right');
  return {
    shown: all.slice(0, most),
    left: all.length > most ? [`(nog ${all.length - most}; toon ze met --most ${all.length})`] : [],
  };
}

function verdicts({ before, after }: Change): string {
  const [old, now] = [before === undefined ? 'nieuw' : NAMES[before.verdict], NAMES[after.verdict]];
  return old === now ? now : `${old} → ${now}`;
}

const linesOf = (reply: Reply) =>
  plainText(reply)
    .split('\n')
    .filter((line) => line !== '');

function differingLines({ before, after }: Change) {
  const [old, now] = [before === undefined ? [] : linesOf(before.reply), linesOf(after.reply)];
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
