import { citationText } from '../../src/core/index.ts';
import type { Citation } from '../../src/core/index.ts';
import { linkedLines } from './elements.ts';
import type { Element } from './elements.ts';

/** A citation in small, subtle text, with its title as a link when it has one. */
export function citation(source: Citation): Element[] {
  const { label, link } = source;
  const rest = citationText(source).slice(label.length);
  const title = { text: label, ...(link !== undefined && { url: link }) };
  return linkedLines([title, { text: rest }], { subtle: true });
}
