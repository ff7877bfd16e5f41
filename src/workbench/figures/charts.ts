import { html, NOTHING } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import type { Shown } from '../store.ts';
import { sizeOf } from './figures.ts';

/** What every chart has. */
interface Chart {
  /** For the ids of its title and description; unique in the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly about: string;
}

/** Units of the view box; the page shows a chart at 0.8 to 1.4 times that. */
const WIDTH = 400;

/** Returns horizontal bars, each with its label above it and its number behind it. */
export function barChart(
  { id, title, about }: Chart,
  bars: readonly { readonly label: string; readonly value: Shown }[],
): Html {
  const [row, room] = [38, WIDTH - 48];
  const most = Math.max(1, ...bars.map(({ value }) => sizeOf(value)));
  return frame(
    { id, title, about },
    bars.length * row,
    html`${bars.map(({ label, value }, index) => {
      const width = Math.max(2, (sizeOf(value) / most) * room);
      const top = index * row;
      return html`<text class="label" x="0" y="${top + 14}">${cut(label)}</text>
        <rect
          class="${typeof value === 'number' ? 'bar' : 'bar few'}"
          x="0"
          y="${top + 19}"
          width="${round(width)}"
          height="12"
          rx="2"
        />
        <text class="number" x="${round(width + 6)}" y="${top + 30}">${value}</text>`;
    })}`,
  );
}

/** A line of a chart; `values` has one for each label. */
export interface Series {
  readonly name: string;
  readonly values: readonly Shown[];
}

/** Returns a line for each of at most three series, told apart by colour, dashes and the shape of their points. */
export function lineChart(
  { id, title, about }: Chart,
  labels: readonly string[],
  series: readonly Series[],
): Html {
  const [left, top, bottom, height] = [40, 8, 196, 224];
  const most = niceAbove(Math.max(1, ...series.flatMap(({ values }) => values.map(sizeOf))));
  const x = (index: number) =>
    round(
      left +
        ((WIDTH - left - 12) * (index + (labels.length === 1 ? 0.5 : 0))) / Math.max(1, labels.length - 1),
    );
  const y = (value: number) => round(bottom - ((bottom - top) * value) / most);
  const shown = [...new Set([0, Math.floor((labels.length - 1) / 2), labels.length - 1])];
  return frame(
    { id, title, about },
    height,
    html`${[0, most / 2, most].map(
      (value) =>
        html`<line class="grid" x1="${left}" x2="${WIDTH}" y1="${y(value)}" y2="${y(value)}" />
          <text class="number" text-anchor="end" x="${left - 6}" y="${y(value) + 5}">${value}</text>`,
    )}
    ${shown.map((index) => {
      const anchor =
        labels.length === 1
          ? 'middle'
          : index === 0
            ? 'start'
            : index === labels.length - 1
              ? 'end'
              : 'middle';
      return html`<text class="label" text-anchor="${anchor}" x="${x(index)}" y="${height - 6}"
        >${labels[index]}</text
      >`;
    })}
    ${series.map(({ values }, at) => {
      const line = values.map((value, index) => `${x(index)},${y(sizeOf(value))}`).join(' ');
      return html`<polyline class="line series-${at + 1}" points="${line}" />
        ${values.map((value, index) => point(at, x(index), y(sizeOf(value)), typeof value === 'string'))}`;
    })}`,
  );
}

/** Returns what each line of a chart stands for. */
export function legend(series: readonly Series[]): Html {
  return html`<ul class="legend">
    ${series.map(
      ({ name }, at) =>
        html`<li>
          <svg viewBox="0 0 40 16" width="40" height="16" aria-hidden="true">
            <line class="line series-${at + 1}" x1="0" x2="40" y1="8" y2="8" />
            ${point(at, 20, 8, false)}
          </svg>
          ${name}
        </li>`,
    )}
  </ul>`;
}

/** A circle, a square or a triangle; hollow for a number that is hidden. */
function point(series: number, x: number, y: number, isFew: boolean): Html {
  const classes = `point series-${series + 1}${isFew ? ' few' : ''}`;
  if (series === 0) return html`<circle class="${classes}" cx="${x}" cy="${y}" r="4" />`;
  if (series === 1)
    return html`<rect class="${classes}" x="${x - 3.5}" y="${y - 3.5}" width="7" height="7" />`;
  return html`<path class="${classes}" d="M${x} ${y - 5}L${x + 5} ${y + 4}L${x - 5} ${y + 4}Z" />`;
}

function frame({ id, title, about }: Chart, height: number, content: Html): Html {
  if (height === 0) return NOTHING;
  return html`<svg
    class="chart"
    viewBox="0 0 ${WIDTH} ${height}"
    role="img"
    aria-labelledby="${id}-titel ${id}-over"
  >
    <title id="${id}-titel">${title}</title>
    <desc id="${id}-over">${about}</desc>
    ${content}
  </svg>`;
}

/** The least even number with one digit that is not 0, or a half of such a step, that is no less. */
function niceAbove(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 8, 10].find((each) => each * unit >= value) ?? 10;
  return Math.max(2, step * unit);
}

const MAX_LABEL = 52;

function cut(label: string): string {
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1).trimEnd()}…`;
}

const round = (value: number) => Math.round(value * 10) / 10;
