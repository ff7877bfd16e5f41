/** Variants of buttons of the NL Design System that no page has: two thirds of its style sheet. */
const UNUSED = /--(positive|negative|subtle|disabled|busy|icon-only)/;
const RULE = /([^{}]+)\{[^{}]*\}/g;

/** Returns text without comments that begin a line, and without indentation. No string in our files spans lines. */
export function squeeze(text: string): string {
  return text.replace(/^\s*\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '').replace(/\s*\n\s*/g, '\n');
}

/**
 * Returns a style sheet in a third of its size, without what no page uses. Without a parser, as no string in it holds
 * punctuation.
 */
export function squeezeCss(text: string): string {
  return squeeze(text)
    .replace(RULE, (rule, selectors: string) =>
      selectors.split(',').every((selector) => UNUSED.test(selector)) ? '' : rule,
    )
    .replace(/([{;,])\n|\n(?=\})/g, '$1')
    .replace(/ (?=\{)|(?<=[:,]) /g, '')
    .replaceAll(';}', '}');
}
