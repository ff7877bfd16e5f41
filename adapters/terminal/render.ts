import { styleText } from 'node:util';
import { citationText, writtenOut } from '../../src/core/index.ts';
import type { Block, Choice, Reply } from '../../src/core/index.ts';

const WIDTH = 78;

/** A reply as text, and its buttons; the first one has number 1. */
export interface RenderedReply {
  readonly text: string;
  readonly buttons: readonly Choice[];
}

/**
 * Returns a reply as plain text of at most 80 columns. Quotes have a bar before each line, so that they stand out without
 * colour. `numbers`: whether buttons are shown with their numbers.
 */
export function render(
  reply: Reply,
  options: { readonly colour: boolean; readonly numbers: boolean },
): RenderedReply {
  const buttons: Choice[] = [];
  const parts = reply.blocks.map((block) => draw(block, options, buttons)).filter((part) => part !== '');
  return { text: parts.join('\n\n'), buttons };
}

function draw(
  block: Block,
  { colour, numbers }: { colour: boolean; numbers: boolean },
  buttons: Choice[],
): string {
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
      const lines = block.choices.map((choice) => {
        buttons.push(choice);
        return wrap(choice.label, '     ', numbers ? `[${buttons.length}]`.padEnd(5) : '  -  ');
      });
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
    case 'feedback':
      // Votes are not counted in a terminal.
      return '';
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
