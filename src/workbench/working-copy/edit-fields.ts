import { html } from '../../pages/index.ts';
import type { Html } from '../../pages/index.ts';
import { hidden } from '../page/forms.ts';
import type { Fields } from '../page/forms.ts';
import type { Edits } from './types.ts';

/** Returns edits as fields of a form: the path of each with its text, or of a file that goes away without. */
export function editFields(edits: Edits, prefix = ''): Html {
  const kept = [...edits].filter((edit): edit is [string, string] => edit[1] !== undefined);
  const gone = [...edits].filter(([, text]) => text === undefined);
  return html`${kept.map(([path, text]) => html`${hidden(`${prefix}bestand`, path)}${hidden(`${prefix}tekst`, text)}`)}
  ${gone.map(([path]) => hidden(`${prefix}weg`, path))}`;
}

/** Returns the edits that `editFields` put into a form. */
export function editsIn(fields: Fields, prefix: string): Edits {
  const texts = fields.all(`${prefix}tekst`);
  return new Map([
    ...fields.all(`${prefix}bestand`).map((path, index) => [path, texts[index] ?? ''] as const),
    ...fields.all(`${prefix}weg`).map((path) => [path, undefined] as const),
  ]);
}
