import { writtenOut } from './links.ts';
import type { Block, Citation, Reply } from '../types.ts';

/** Returns a whole reply as plain text, for notifications and screen readers; only votes and their reasons are left out. */
export function plainText(reply: Reply): string {
  return reply.blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return asSentence(block.text);
    case 'paragraph':
      return writtenOut(block);
    case 'quote':
      return [...block.texts.map((text) => `“${text}”`), `(${citationText(block.source)})`].join('\n');
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'choices': {
      const labels = block.choices.map(({ label }) => `- ${label}`).join('\n');
      return block.lead === undefined ? labels : `${block.lead}:\n${labels}`;
    }
    case 'checklist':
      return [
        ...(block.lead === undefined ? [] : [block.lead]),
        ...block.questions.map((question, index) => {
          const translation = block.translations?.[index];
          return `${index + 1}. ${question}${translation === undefined ? '' : ` (${translation})`}`;
        }),
        `(${citationText(block.source)})`,
      ].join('\n');
    case 'feedback':
    case 'reasons':
      return '';
    case 'link':
      return `${block.text}: ${block.url}`;
  }
}

/** A notification and a screen reader put the next sentence right behind a heading. */
function asSentence(heading: string): string {
  return /[\p{L}\p{N}”’)]$/u.test(heading) ? `${heading}.` : heading;
}

/** Returns a citation as one line of text. */
export function citationText({ label, section }: Pick<Citation, 'label' | 'section'>): string {
  return section === undefined ? label : `${label} · ${section}`;
}
