import { citationText } from '../../src/core/index.ts';
import type { Citation } from '../../src/core/index.ts';
import { sourceAddress } from './address.ts';
import { html } from '../../src/pages/index.ts';
import type { Html } from '../../src/pages/index.ts';

/** Returns a citation, with a link to the quotes on the page of their source, below `base`. */
export function citation(source: Citation, base: string): Html {
  const { label } = source;
  const rest = citationText(source).slice(label.length);
  return html`<cite><a class="nl-link" href="${sourceAddress(source, base)}">${label}</a></cite
    >${rest}`;
}
