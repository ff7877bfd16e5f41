import { html, raw } from 'hono/html';

/** Escaped HTML; a template that `html` made. Every string put into one is escaped there, once. */
export type Html = ReturnType<typeof html>;
export { html, raw };

/** Nothing to show. */
export const NOTHING: Html = html``;

/** The text of a template that waits for nothing. */
export function textOf(template: Html): string {
  if (template instanceof Promise) throw new TypeError('a template waits for something');
  return template;
}
