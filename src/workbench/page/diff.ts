import { structuredPatch } from 'diff';
import { html } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';

/** Lines around a change that are shown with it. */
const CONTEXT = 2;

/** Returns the lines that differ between two texts, each with its side: for a reader of the screen in words too. */
export function lineDiff(
  { text: before, name: oldName }: { readonly text: string; readonly name: string },
  { text: after, name: newName }: { readonly text: string; readonly name: string },
): Html {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: CONTEXT });
  return html`<ul class="diff">
    ${hunks.flatMap(({ lines }, index) => [
      ...(index === 0 ? [] : [html`<li class="gap" aria-hidden="true">…</li>`]),
      ...lines.filter((line) => !line.startsWith('\\')).map((line) => lineOf(line, oldName, newName)),
    ])}
  </ul>`;
}

function lineOf(line: string, oldName: string, newName: string): Html {
  const [sign, text] = [line[0], line.slice(1)];
  if (sign === '-') return html`<li class="was"><span class="side">${oldName}</span><del>${text}</del></li>`;
  if (sign === '+') return html`<li class="new"><span class="side">${newName}</span><ins>${text}</ins></li>`;
  return html`<li>${text}</li>`;
}
