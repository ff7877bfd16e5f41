import { citationText, writtenOut } from '../../src/core/index.ts';
import type { Block, Citation, Language, Reply } from '../../src/core/index.ts';

/** What the sender gets for each block, in plain text. */
export type WebhookBlock =
  | { readonly type: 'heading' | 'text'; readonly text: string }
  | {
      readonly type: 'quote';
      readonly texts: readonly string[];
      readonly language: Language;
      readonly source: WebhookSource;
    }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'buttons'; readonly lead?: string; readonly buttons: readonly WebhookButton[] }
  | {
      readonly type: 'checklist';
      readonly lead?: string;
      readonly questions: readonly string[];
      readonly translations?: readonly string[];
      readonly language: Language;
      readonly source: WebhookSource;
    }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

/** Where quotes come from; `url` is absent when it can be read nowhere. */
export interface WebhookSource {
  readonly text: string;
  readonly url?: string;
}

/** `send` is what to post, with the conversation, when the button is pressed. */
export interface WebhookButton {
  readonly label: string;
  readonly send: object;
}

/** Draws a reply as the JSON that the sender gets. */
export function renderReply({ language, blocks }: Reply) {
  return { language, blocks: blocks.map(renderBlock) };
}

function renderBlock(block: Block): WebhookBlock {
  switch (block.kind) {
    case 'heading':
      return { type: 'heading', text: block.text };
    case 'paragraph':
      return { type: 'text', text: writtenOut(block) };
    case 'quote': {
      const { texts, language, source } = block;
      return { type: 'quote', texts, language, source: sourceOf(source) };
    }
    case 'list':
      return { type: 'list', items: block.items };
    case 'choices': {
      const { lead, choices } = block;
      const buttons = choices.map(({ label, value }) => ({ label, send: { text: value, pressed: true } }));
      return { type: 'buttons', ...(lead !== undefined && { lead }), buttons };
    }
    case 'checklist': {
      const { kind, source, ...own } = block;
      return { type: kind, ...own, source: sourceOf(source) };
    }
    case 'feedback': {
      const { entry, question, useful, notUseful } = block;
      const vote = (label: string, useful: boolean) => ({ label, send: { vote: { entry, useful } } });
      return { type: 'buttons', lead: question, buttons: [vote(useful, true), vote(notUseful, false)] };
    }
    case 'reasons': {
      const { entry, question, reasons } = block;
      const buttons = reasons.map(({ reason, label }) => ({
        label,
        send: { vote: { entry, useful: false, reason } },
      }));
      return { type: 'buttons', lead: question, buttons };
    }
    case 'link':
      return { type: 'link', text: block.text, url: block.url };
  }
}

function sourceOf(source: Citation): WebhookSource {
  return { text: citationText(source), ...(source.link !== undefined && { url: source.link }) };
}
