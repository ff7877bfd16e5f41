import { html } from 'hono/html';

/** Escaped HTML; a template that `html` made. Every string put into one is escaped there, once. */
export type Html = ReturnType<typeof html>;
export { html };

/** Nothing to show. */
export const NOTHING: Html = html``;
