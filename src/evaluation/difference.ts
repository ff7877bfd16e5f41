import type { DrawnReply, Snapshot } from './snapshot.ts';

/** A conversation whose last reply differs; `before` and `after` are the replies as text. */
export interface ReplyChange {
  readonly turns: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** An equal reply that is drawn differently. */
export interface DrawingChange {
  /** As in `Drawings`. */
  readonly drawing: string;
  /** A conversation that gets this reply. */
  readonly turns: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** What `compareSnapshots` found. */
export interface Differences {
  /** Number of conversations that both versions held. */
  readonly compared: number;
  readonly replies: readonly ReplyChange[];
  readonly drawings: readonly DrawingChange[];
}

/** Compares two versions in the conversations that both held. A pair of equal replies is compared once. */
export function compareSnapshots(before: Snapshot, after: Snapshot): Differences {
  const later = new Map(after.conversations.map((held) => [held.turns.join('\n'), held]));
  const replies: ReplyChange[] = [];
  const drawings: DrawingChange[] = [];
  const drawnPairs = new Set<string>();
  let compared = 0;
  for (const earlier of before.conversations) {
    const { turns } = earlier;
    const now = later.get(turns.join('\n'));
    const [old, fresh] = [before.replies[earlier.reply], now && after.replies[now.reply]];
    if (now === undefined || old === undefined || fresh === undefined) continue;
    compared += 1;
    const [said, says] = [
      asText({ ...old.reply, words: earlier.words }),
      asText({ ...fresh.reply, words: now.words }),
    ];
    if (said !== says) {
      replies.push({ turns, before: said, after: says });
      continue;
    }
    const pair = `${earlier.reply} ${now.reply}`;
    if (drawnPairs.has(pair)) continue;
    drawnPairs.add(pair);
    drawings.push(...changedDrawings(old, fresh).map((change) => ({ ...change, turns })));
  }
  return { compared, replies, drawings };
}

function changedDrawings(old: DrawnReply, fresh: DrawnReply): Omit<DrawingChange, 'turns'>[] {
  const names = new Set([...Object.keys(old.drawings), ...Object.keys(fresh.drawings)]);
  return [...names].flatMap((drawing) => {
    const [before, after] = [asText(old.drawings[drawing]), asText(fresh.drawings[drawing])];
    return before === after ? [] : [{ drawing, before, after }];
  });
}

function asText(value: unknown): string {
  if (value === undefined) return '(niets)';
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);
}

/** The differences as Dutch text: at most `most` of each kind in full, removed lines with `-` and added ones with `+`. */
export function describeDifferences({ compared, replies, drawings }: Differences, most: number): string {
  const summary = [
    `${compared} gesprekken vergeleken: ${replies.length} antwoorden anders, ${drawings.length} tekeningen anders.`,
  ];
  const shown = [
    ...replies.slice(0, most).map((change) => describeChange('antwoord', change)),
    ...drawings.slice(0, most).map((change) => describeChange(change.drawing, change)),
  ];
  const left = replies.length + drawings.length - shown.length;
  return [
    ...summary,
    ...shown,
    ...(left > 0 ? [`(nog ${left}; toon ze met --most ${left + shown.length})`] : []),
  ].join('\n\n');
}

function describeChange(what: string, { turns, before, after }: ReplyChange): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const [removed, added] = [without(old, fresh), without(fresh, old)];
  return [
    `${what}: ${turns.join(' > ')}`,
    ...listed('-', removed),
    ...listed('+', added),
    ...(removed.length + added.length === 0 ? ['  (dezelfde regels in een andere volgorde)'] : []),
  ].join('\n');
}

/** The files of `--save` hold the whole texts. */
const MAX_LINES = 12;
const MAX_WIDTH = 200;

function listed(sign: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, MAX_LINES).map((line) => `  ${sign} ${line.trim().slice(0, MAX_WIDTH)}`);
  const left = lines.length - shown.length;
  return left === 0 ? shown : [...shown, `  ${sign} (nog ${left} regels)`];
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
}
