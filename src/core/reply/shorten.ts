import type { Block, Reply } from '../types.ts';

/** How much of a reply a channel has room for: characters of each text, items of each list, blocks. */
export interface Room {
  readonly text: number;
  readonly items: number;
  readonly blocks: number;
}

/** Cuts a text to so many characters, in the way of the channel. */
export type Cut = (text: string, most: number) => string;

/** A reply that keeps within a room, with `notice` at its end to say that it is not whole. */
export function shortened(reply: Reply, room: Room, notice: string, cut: Cut): Reply {
  const kept = reply.blocks.slice(0, room.blocks).map((block) => shorter(block, room, cut));
  return { ...reply, blocks: [...kept, { kind: 'paragraph', text: notice }] };
}

function shorter(block: Block, { text: most, items }: Room, cut: Cut): Block {
  const short = (text: string) => cut(text, most);
  const few = <T>(list: readonly T[]) => list.slice(0, items);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'link':
      return { ...block, text: short(block.text) };
    case 'quote':
      return { ...block, text: short(block.text), source: shorterSource(block.source, short) };
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
        source: shorterSource(block.source, short),
      };
    case 'feedback':
      return { ...block, useful: short(block.useful), notUseful: short(block.notUseful) };
  }
}

function shorterSource<Source extends { readonly label: string }>(
  source: Source,
  short: (text: string) => string,
): Source {
  return { ...source, label: short(source.label) };
}
