import { compile } from 'html-to-text';
import type { FormatCallback, HtmlToTextOptions } from 'html-to-text';

/** A message in Teams is 28 KB; tags in tags take quadratic time, at this length some 0.3 s. */
const MAX_LENGTH = 100_000;

/** Around the name in a mention: characters of private use, which nobody types. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const MENTION = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'gu');

const alternative: FormatCallback = ({ attribs }: { attribs?: Record<string, string> }, _, builder) => {
  builder.addInline(attribs?.['alt'] ?? '');
};
const line = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const mention = { format: 'inlineSurround', options: { prefix: OPEN, suffix: CLOSE } };
const cell = { format: 'inlineSurround', options: { suffix: ' ' } };

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: 100, ellipsis: '' },
  formatters: { alternative },
  selectors: [
    ...['p', 'pre', 'blockquote', 'ol'].map((selector) => ({ selector, options: line })),
    { selector: 'ul', options: { ...line, itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { ...line, uppercase: false },
    })),
    { selector: 'hr', format: 'lineBreak' },
    { selector: 'tr', format: 'block', options: line },
    { selector: 'td', ...cell },
    { selector: 'th', ...cell },
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    // An emoji and a mention, as bots get them, and as Microsoft Graph and message extensions do.
    { selector: 'img[itemtype$="/Emoji"]', format: 'alternative' },
    { selector: 'emoji', format: 'alternative' },
    { selector: '[itemtype$="/Mention"]', ...mention },
    { selector: 'at', ...mention },
    // The message that somebody replies to, and a card as some clients append it.
    { selector: '[itemtype$="/Reply"]', format: 'skip' },
    { selector: '.inline-compose-card', format: 'skip' },
  ],
};
const fromHtml = compile(OPTIONS);
const fromText = compile({ ...OPTIONS, preserveNewlines: true });

/**
 * Returns the text of a message as its reader sees it: blocks on lines of their own, emoji as characters, without the message
 * that it replies to. `html` is HTML, or text in which mentions and some signs are written as HTML; `nameOf` replaces the
 * names in mentions.
 */
export function htmlText(
  html: string,
  kind: 'html' | 'text',
  nameOf: (name: string) => string = (name) => name,
): string {
  const convert = kind === 'html' ? fromHtml : fromText;
  return convert(html.slice(0, MAX_LENGTH))
    .replace(MENTION, (_, name: string) => nameOf(name))
    .normalize('NFC')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
