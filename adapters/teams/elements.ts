import type { JsonObject } from './activity.ts';

/** A piece of an Adaptive Card 1.5. https://adaptivecards.io/explorer/ */
export type Element = JsonObject & { readonly type: string };

/** Text that a card can show: no half characters, no control characters but the end of a line. */
function clean(text: string): string {
  return text.toWellFormed().replace(/(?!\n)\p{Cc}/gu, ' ');
}

/**
 * Text in a `TextRun` or a label is shown as it is, except that `{{DATE(...)}}` is filled in: an invisible character
 * between the braces stops that.
 */
export function verbatim(text: string): string {
  return clean(text).replaceAll('{{', '{\u2060{');
}

/** Text in a `TextBlock` is Markdown: each sign that means something there is escaped. */
export function escaped(text: string): string {
  return verbatim(text)
    .replace(/[\\`*_[\]()#>|~<&!]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+(?=\.))/gm, '$1\\$2');
}

interface Look {
  readonly subtle?: boolean;
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly close?: boolean;
}

/** Paragraphs of plain text: a `RichTextBlock` for each line, because a line break in a run is not shown everywhere. */
export function lines(text: string, { subtle, italic, bold, close }: Look = {}): Element[] {
  return clean(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, place) => ({
      type: 'RichTextBlock',
      ...((close === true || place > 0) && { spacing: 'Small' }),
      inlines: [
        {
          type: 'TextRun',
          text: verbatim(line),
          ...(subtle === true && { isSubtle: true, size: 'Small' }),
          ...(italic === true && { italic: true }),
          ...(bold === true && { weight: 'Bolder' }),
        },
      ],
    }));
}

export function headline(text: string): Element {
  return {
    type: 'TextBlock',
    style: 'heading',
    text: escaped(text),
    wrap: true,
    size: 'Medium',
    weight: 'Bolder',
  };
}

export function box(items: readonly Element[], more: JsonObject = {}): Element {
  return { type: 'Container', items, ...more };
}

export function buttons(actions: readonly Element[]): Element {
  return { type: 'ActionSet', actions, spacing: 'Small' };
}

/** A button that sends its data as a message; required fields elsewhere in the card do not stop it. */
export function submit(title: string, data: JsonObject): Element {
  return { type: 'Action.Submit', title: clean(title), data, associatedInputs: 'none' };
}

/** A button whose text may take several lines: in Teams the title of a button is cut. */
export function row(title: string, data: JsonObject): Element {
  const text = { type: 'TextRun', text: verbatim(title), color: 'Accent', weight: 'Bolder' };
  return box([{ type: 'RichTextBlock', inlines: [text] }], {
    style: 'emphasis',
    spacing: 'Small',
    selectAction: submit(title, data),
  });
}

/** A button that gets its answer in place; old clients send its data as a message. */
export function execute(title: string, verb: string, data: JsonObject, inputs: 'auto' | 'none'): Element {
  const same = { title: clean(title), data, associatedInputs: inputs };
  return { type: 'Action.Execute', ...same, verb, fallback: { type: 'Action.Submit', ...same } };
}

export function open(title: string, url: string): Element {
  return { type: 'Action.OpenUrl', title: clean(title), url };
}
