import type { Context } from 'hono';
import type { Env } from '../../pages/index.ts';
import { afterSave } from '../page/saved-notice.ts';
import type { Tools } from '../parts.ts';
import { clashPage, failedPage } from './clash.ts';
import type { Save } from './types.ts';

/**
 * Saves what a form changed and goes to an address, which says what was saved and offers to undo it. When the files on disk
 * are not what the editor saw, shows both and lets the editor choose; when the disk refuses, says why.
 */
export function saveAndGo(
  context: Context<Env>,
  tools: Tools,
  { to, ...save }: Save & { readonly to: string },
): Response | Promise<Response> {
  const result = tools.copy.save(save);
  switch (result.kind) {
    case 'saved':
      tools.engine.saved();
      return context.redirect(afterSave(to, result.id), 303);
    case 'clash':
      return clashPage(context, tools, { ...save, to, paths: result.paths });
    case 'failed':
      return failedPage(context, tools, { ...save, to, reason: result.reason });
  }
}
