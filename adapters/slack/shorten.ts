import type { Block, Reply } from '../../src/core/index.ts';
import { cut } from './limits.ts';

/** How much of a reply is kept: characters of each text, items of each list, blocks. */
interface Measure {
  readonly text: number;
  readonly items: number;
  readonly blocks: number;
}

const MEASURES: readonly Measure[] = [
  { text: 6_000, items: 40, blocks: 40 },
  { text: 3_000, items: 40, blocks: 40 },
  { text: 1_500, items: 30, blocks: 30 },
  { text: 700, items: 20, blocks: 20 },
  { text: 300, items: 10, blocks: 12 },
  { text: 150, items: 5, blocks: 6 },
  { text: 100, items: 3, blocks: 4 },
  { text: 60, items: 2, blocks: 2 },
];

/** The reply as it is when it fits, else the longest of ever shorter ones that does, with `notice` at its end. */
export function shorten(reply: Reply, notice: string, fits: (reply: Reply) => boolean): Reply {
  if (fits(reply)) return reply;
  const ever = MEASURES.map((measure) => shorter(reply, measure, notice));
  return ever.find(fits) ?? { ...reply, blocks: [{ kind: 'paragraph', text: notice }] };
}

function shorter(reply: Reply, measure: Measure, notice: string): Reply {
  const kept = reply.blocks.slice(0, measure.blocks).map((block) => shorterBlock(block, measure));
  return { ...reply, blocks: [...kept, { kind: 'paragraph', text: notice }] };
}

function shorterBlock(block: Block, { text: most, items }: Measure): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: cut(block.text, most) };
    case 'quote':
      return { ...block, text: cut(block.text, most), source: shorterSource(block.source, most) };
    case 'list':
      return { ...block, items: block.items.slice(0, items).map((item) => cut(item, most)) };
    case 'choices':
      return {
        ...block,
        ...(block.lead !== undefined && { lead: cut(block.lead, most) }),
        choices: block.choices
          .slice(0, items)
          .map(({ label, value }) => ({ label: cut(label, most), value })),
      };
    case 'checklist':
      return {
        ...block,
        questions: block.questions.slice(0, items).map((question) => cut(question, most)),
        source: shorterSource(block.source, most),
      };
    case 'feedback':
      return block;
    case 'link':
      return { ...block, text: cut(block.text, most) };
  }
}

function shorterSource<Source extends { readonly label: string }>(source: Source, most: number): Source {
  return { ...source, label: cut(source.label, most) };
}
