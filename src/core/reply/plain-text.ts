import type { Block, Reply } from '../types.ts';

/** Returns a whole reply as plain text, for notifications and screen readers; only the feedback buttons are left out. */
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
      return `${block.questions.map((question, index) => `${index + 1}. ${question}`).join('\n')}\n(${block.source.label})`;
    case 'feedback':
      return '';
    case 'link':
      return `${block.text}: ${block.url}`;
  }
}
