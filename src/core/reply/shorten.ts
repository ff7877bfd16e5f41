import type { Block, Reply } from '../types.ts';

/** The size of reply that fits in a channel. */
export interface ReplyLimits {
  /** Length of each text, as the channel's `CutText` measures it. */
  readonly text: number;
  /** Items of each list, choices or checklist. */
  readonly items: number;
  readonly blocks: number;
}

/** Cuts a text to a maximum length, as the channel measures it. */
export type CutText = (text: string, maxLength: number) => string;

/** Returns a reply cut to the limits, with `notice` added as a last block to say so. */
export function shortenReply(reply: Reply, limits: ReplyLimits, notice: string, cut: CutText): Reply {
  const blocks = reply.blocks.slice(0, limits.blocks).map((block) => shortenBlock(block, limits, cut));
  return { ...reply, blocks: [...blocks, { kind: 'paragraph', text: notice }] };
}

function shortenBlock(block: Block, limits: ReplyLimits, cut: CutText): Block {
  const short = (text: string) => cut(text, limits.text);
  const few = <T>(list: readonly T[]) => list.slice(0, limits.items);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'link':
      return { ...block, text: short(block.text) };
    case 'quote':
      return { ...block, text: short(block.text), source: shortenLabel(block.source, short) };
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
        source: shortenLabel(block.source, short),
      };
    case 'feedback':
      return { ...block, useful: short(block.useful), notUseful: short(block.notUseful) };
  }
}

function shortenLabel<Source extends { readonly label: string }>(
  source: Source,
  short: (text: string) => string,
): Source {
  return { ...source, label: short(source.label) };
}
