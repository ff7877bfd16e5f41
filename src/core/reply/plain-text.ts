import type { Block, Reply } from '../types.ts';

/**
 * The whole reply as plain text: for notifications, screen readers and logs-free channels. Every block kind says the
 * same here as in a drawn reply; nothing is left out but the feedback buttons.
 */
export function plainText(reply: Reply): string {
  return reply.blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'quote':
      return `“${block.text}”\n(${block.source.label})`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'choices': {
      const labels = block.choices.map(({ label }) => `- ${label}`).join('\n');
      return block.lead === undefined ? labels : `${block.lead}:\n${labels}`;
    }
    case 'checklist':
      return `${block.questions.map((question, place) => `${place + 1}. ${question}`).join('\n')}\n(${block.source.label})`;
    case 'feedback':
      return '';
    case 'link':
      return `${block.text}: ${block.url}`;
  }
}
