import { html, raw } from 'hono/html';

/** HTML made by the template tag `html`, which escapes every string that is put in. */
export type Html = ReturnType<typeof html>;
export { html, raw };

/** An empty template. */
export const NOTHING: Html = html``;

/** Returns the text of a template. @throws {TypeError} when the template holds a promise */
export function textOf(template: Html): string {
  if (template instanceof Promise) throw new TypeError('the template holds a promise');
  return template;
}
