import { styleText } from 'node:util';
import { citationText, writtenOut } from '../../src/core/index.ts';
import type { Block, Choice, Reason, Reply } from '../../src/core/index.ts';

const WIDTH = 78;

/** A button that votes on an answer, or says why it was not useful. */
export interface VoteButton {
  readonly label: string;
  readonly entry: string;
  readonly useful: boolean;
  readonly reason?: Reason;
  /** Of the vote that this is the reason for. */
  readonly ballot?: string;
}

/** A button that asks something, or that votes. */
export type Button = Choice | VoteButton;

/** A reply as text, and its buttons; the first one has number 1. */
export interface RenderedReply {
  readonly text: string;
  readonly buttons: readonly Button[];
}

/** How a reply is rendered. */
export interface RenderOptions {
  readonly colour: boolean;
  /** Whether buttons are shown with their numbers. */
  readonly numbers: boolean;
  /** Whether somebody can vote. */
  readonly votes?: boolean;
}

/**
 * Returns a reply as plain text of at most 80 columns. Quotes have a bar before each line, so that they stand out without
 * colour.
 */
export function render(reply: Reply, options: RenderOptions): RenderedReply {
  const buttons: Button[] = [];
  const parts = reply.blocks.map((block) => draw(block, options, buttons)).filter((part) => part !== '');
  return { text: parts.join('\n\n'), buttons };
}

function draw(block: Block, { colour, numbers, votes = false }: RenderOptions, buttons: Button[]): string {
  const numbered = (button: Button) => {
    buttons.push(button);
    return wrap(button.label, '     ', numbers ? `[${buttons.length}]`.padEnd(5) : '  -  ');
  };
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  switch (block.kind) {
    case 'heading':
      return style('bold', wrap(block.text));
    case 'paragraph':
      return wrap(writtenOut(block));
    case 'quote': {
      const texts = block.texts.map((text) => wrap(`“${text}”`, '│ '));
      return [...texts, style('dim', wrap(citationText(block.source), '│ '))].join('\n');
    }
    case 'list':
      return block.items.map((item) => wrap(item, '  ', '- ')).join('\n');
    case 'choices': {
      const lines = block.choices.map(numbered);
      return [...(block.lead === undefined ? [] : [wrap(`${block.lead}:`)]), ...lines].join('\n');
    }
    case 'checklist': {
      const lead = block.lead === undefined ? [] : [wrap(block.lead, '│ ')];
      const questions = block.questions.flatMap((question, index) => {
        const translation = block.translations?.[index];
        return [
          wrap(question, '│    ', `│ ${index + 1}. `),
          ...(translation === undefined ? [] : [style('dim', wrap(translation, '│    '))]),
        ];
      });
      return [...lead, ...questions, style('dim', wrap(citationText(block.source), '│ '))].join('\n');
    }
    case 'feedback': {
      const { entry, question, useful, notUseful } = block;
      if (!votes) return '';
      const lines = [
        { label: useful, entry, useful: true },
        { label: notUseful, entry, useful: false },
      ].map(numbered);
      return [wrap(question), ...lines].join('\n');
    }
    case 'reasons': {
      const { entry, ballot, question, reasons } = block;
      if (!votes) return '';
      const lines = reasons.map(({ reason, label }) =>
        numbered({ label, entry, useful: false, reason, ballot }),
      );
      return [wrap(question), ...lines].join('\n');
    }
    case 'link':
      // URLs are not wrapped, so that they can be copied.
      return `${wrap(`${block.text}:`)}\n${printable(block.url)}`;
  }
}

/** Wraps text at spaces, and words that are longer than a line; `first` is the prefix of the first line, `indent` of others. */
export function wrap(text: string, indent = '', first = indent): string {
  const room = WIDTH - Math.max(indent.length, first.length);
  const words = printable(text)
    .split(' ')
    .flatMap((word) => word.match(new RegExp(`.{1,${room}}`, 'gsu')) ?? ['']);
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of words) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** Returns a text without control characters, which could move the cursor or change the colours of the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
