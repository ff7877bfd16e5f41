import { cut } from '../../shared/cut.ts';
import type { Block, Citation, Reply } from '../types.ts';

/** The size of reply that fits in a channel. */
export interface ReplyLimits {
  /** Length of each text in UTF-16 units. */
  readonly text: number;
  /** Items of each list, choices or checklist. */
  readonly items: number;
  readonly blocks: number;
}

/**
 * Renders a reply, or the longest shorter version that fits; the last one tried is the notice alone.
 * @param ladder limits to try, widest first
 * @param notice the last paragraph of a shorter version, which says that it is one
 */
export function renderToFit<T>(
  reply: Reply,
  ladder: readonly ReplyLimits[],
  notice: string,
  render: (reply: Reply) => T,
  fits: (rendered: T) => boolean,
): T {
  const whole = render(reply);
  if (fits(whole)) return whole;
  const end = { kind: 'paragraph', text: notice } as const;
  for (const limits of ladder) {
    const blocks = reply.blocks.slice(0, limits.blocks).map((block) => shortenBlock(block, limits));
    const rendered = render({ ...reply, blocks: [...blocks, end] });
    if (fits(rendered)) return rendered;
  }
  return render({ ...reply, blocks: [end] });
}

function shortenBlock(block: Block, limits: ReplyLimits): Block {
  const short = (text: string) => cut(text, limits.text);
  const few = <T>(list: readonly T[]) => list.slice(0, limits.items);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'link':
      return { ...block, text: short(block.text) };
    case 'quote':
      return {
        ...block,
        texts: few(block.texts).map(short),
        source: shortenCitation(block.source, short),
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
        ...(block.lead !== undefined && { lead: short(block.lead) }),
        questions: few(block.questions).map(short),
        ...(block.translations !== undefined && { translations: few(block.translations).map(short) }),
        source: shortenCitation(block.source, short),
      };
    case 'feedback':
      return {
        ...block,
        question: short(block.question),
        useful: short(block.useful),
        notUseful: short(block.notUseful),
      };
    case 'reasons':
      return {
        ...block,
        question: short(block.question),
        reasons: block.reasons.map(({ reason, label }) => ({ reason, label: short(label) })),
      };
  }
}

function shortenCitation(source: Citation, short: (text: string) => string): Citation {
  const { label, section } = source;
  return { ...source, label: short(label), ...(section !== undefined && { section: short(section) }) };
}
