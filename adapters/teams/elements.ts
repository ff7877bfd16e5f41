import type { JsonObject } from './activity.ts';

/** An element of an Adaptive Card 1.5. https://adaptivecards.io/explorer/ */
export type Element = JsonObject & { readonly type: string };

/** The text without lone surrogates, and without control characters other than line ends. */
function printable(text: string): string {
  return text.toWellFormed().replace(/(?!\n)\p{Cc}/gu, ' ');
}

/**
 * Escapes text for a `TextRun` or a label, in which only `{{DATE(...)}}` has a meaning: puts an invisible character
 * between the braces.
 */
export function verbatim(text: string): string {
  return printable(text).replaceAll('{{', '{\u2060{');
}

/** Escapes text for a `TextBlock`, which Teams reads as Markdown. */
export function escapeMarkdown(text: string): string {
  return verbatim(text)
    .replace(/[\\`*_[\]()#>|~<&!]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+(?=\.))/gm, '$1\\$2');
}

interface TextStyle {
  readonly subtle?: boolean;
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly close?: boolean;
}

/** Paragraphs of plain text: a `RichTextBlock` for each line, because a line break in a run is not shown everywhere. */
export function lines(text: string, { subtle, italic, bold, close }: TextStyle = {}): Element[] {
  return printable(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => ({
      type: 'RichTextBlock',
      ...((close === true || index > 0) && { spacing: 'Small' }),
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

/** Addresses with these would end a link in Markdown too early. */
const encodeUrl = (url: string) =>
  url.replace(/[()\s<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/**
 * Like `lines`, of pieces of text that may have an address. Those with one are drawn as Markdown in a `TextBlock`: an action
 * on a `TextRun` is not shown as a link everywhere.
 */
export function linkedLines(
  parts: readonly { readonly text: string; readonly url?: string }[],
  { subtle }: Pick<TextStyle, 'subtle'> = {},
): Element[] {
  const draw = ({ text, url }: (typeof parts)[number]) =>
    url === undefined || !isWebAddress(url) || text.trim() === ''
      ? escapeMarkdown(text)
      : `[${escapeMarkdown(text)}](${encodeUrl(url)})`;
  const whole = parts.map(({ text }) => text).join('');
  const markdown = parts.map(draw).join('');
  if (markdown === escapeMarkdown(whole)) return lines(whole, { ...(subtle !== undefined && { subtle }) });
  return [
    {
      type: 'TextBlock',
      text: markdown.replace(/\n+/g, '\n\n'),
      wrap: true,
      ...(subtle === true && { isSubtle: true, size: 'Small' }),
    },
  ];
}

/** Returns whether a text is an address on the web. */
export function isWebAddress(text: string): boolean {
  const protocol = URL.parse(text)?.protocol;
  return protocol === 'https:' || protocol === 'http:';
}

/** A heading. */
export function headline(text: string): Element {
  return {
    type: 'TextBlock',
    style: 'heading',
    text: escapeMarkdown(text),
    wrap: true,
    size: 'Medium',
    weight: 'Bolder',
  };
}

/** A group of elements. */
export function container(items: readonly Element[], more: JsonObject = {}): Element {
  return { type: 'Container', items, ...more };
}

/** Buttons below each other. */
export function buttons(actions: readonly Element[]): Element {
  return { type: 'ActionSet', actions, spacing: 'Small' };
}

/** A button that sends its data as a message. It ignores the inputs of the card, also required ones. */
export function submit(title: string, data: JsonObject): Element {
  return { type: 'Action.Submit', title: printable(title), data, associatedInputs: 'none' };
}

/** A button whose text may take several lines: Teams cuts the title of a real button. */
export function buttonRow(title: string, data: JsonObject): Element {
  const text = { type: 'TextRun', text: verbatim(title), color: 'Accent', weight: 'Bolder' };
  return container([{ type: 'RichTextBlock', inlines: [text] }], {
    style: 'emphasis',
    spacing: 'Small',
    selectAction: submit(title, data),
  });
}

/** A button whose card is replaced by the answer; old clients send its data as a message. */
export function execute(title: string, verb: string, data: JsonObject, inputs: 'auto' | 'none'): Element {
  const same = { title: printable(title), data, associatedInputs: inputs };
  return { type: 'Action.Execute', ...same, verb, fallback: { type: 'Action.Submit', ...same } };
}

/** A button that opens a web page. */
export function openUrl(title: string, url: string): Element {
  return { type: 'Action.OpenUrl', title: printable(title), url };
}
