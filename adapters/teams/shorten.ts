import type { Assistant } from '../../src/assistant/index.ts';
import type { Block, Reply } from '../../src/core/index.ts';

/** Longest text and most items of one kind, from roomy to tight. No shipped reply needs the second. */
const ROOMS = [
  { text: 6_000, items: 100 },
  { text: 2_000, items: 60 },
  { text: 600, items: 25 },
  { text: 200, items: 10 },
  { text: 80, items: 3 },
] as const;

/** Ever shorter versions of a reply that say that they are cut; of the last only that is left. */
export function* shortened(reply: Reply, say: Assistant['say']): Generator<Reply> {
  const note: Block = { kind: 'paragraph', text: say('teams_ingekort', {}, reply.language) };
  for (const room of ROOMS) {
    const blocks = reply.blocks.slice(0, room.items).map((block) => shorter(block, room));
    yield { ...reply, blocks: [...blocks, note] };
  }
  yield { ...reply, blocks: [note] };
}

type Room = (typeof ROOMS)[number];

/** Cuts a text that is too long, never through a character of two units; a cut shows as an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

function shorter(block: Block, { text: most, items }: Room): Block {
  const short = (text: string) => cut(text, most);
  const few = <T>(list: readonly T[]) => list.slice(0, items);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: short(block.text) };
    case 'quote':
      return {
        ...block,
        text: short(block.text),
        source: { ...block.source, label: short(block.source.label) },
      };
    case 'list':
      return { ...block, items: few(block.items).map(short) };
    case 'choices':
      return {
        ...block,
        ...(block.lead !== undefined && { lead: short(block.lead) }),
        choices: few(block.choices).map(({ label, value }) => ({ label: short(label), value })),
      };
    case 'checklist':
      return {
        ...block,
        questions: few(block.questions).map(short),
        source: { ...block.source, label: short(block.source.label) },
      };
    case 'feedback':
      return { ...block, useful: short(block.useful), notUseful: short(block.notUseful) };
    case 'link':
      return { ...block, text: short(block.text) };
  }
}
