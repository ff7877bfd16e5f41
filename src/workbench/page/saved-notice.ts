import type { Context } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env } from '../../pages/index.ts';
import { isUndo, savedText } from '../working-copy/about.ts';
import type { WorkingCopy } from '../working-copy/types.ts';
import { hidden } from './forms.ts';
import type { Notice } from './layout.ts';

/** Name of the part of an address that says which save came before it. */
const SAVED = 'bewaard';

/** Returns an address that says at the top of its page that a save was done. `id`: absent when nothing changed. */
export function afterSave(address: string, id: string | undefined): string {
  const [path = '', hash] = address.split('#', 2);
  const mark = `${SAVED}=${id ?? 'niets'}`;
  return `${path}${path.includes('?') ? '&' : '?'}${mark}${hash === undefined ? '' : `#${hash}`}`;
}

/** Returns the address with the same notice as the one that was asked for; `undefined` when that has none. */
export function withSameNotice(address: string, { req }: Context<Env>): string | undefined {
  const id = req.query(SAVED);
  return id === undefined ? undefined : afterSave(address, id);
}

/** Returns what is said of the save that the address names. */
export function savedNotice({ req }: Context<Env>, copy: WorkingCopy): readonly Notice[] {
  const id = req.query(SAVED);
  if (id === undefined) return [];
  if (id === 'niets') return [{ kind: 'note', text: 'Er is niets veranderd.' }];
  const saved = copy.history().find((one) => one.id === id);
  if (saved === undefined) return [];
  const action = html`<form method="post" action="/ongedaan">
    ${hidden('id', id)} ${hidden('naar', req.path)}
    <button class="nl-button nl-button--secondary">
      ${isUndo(saved.about) ? 'Zet mijn wijziging terug' : 'Ongedaan maken'}
    </button>
  </form>`;
  return [{ kind: 'good', text: savedText(saved.about), action }];
}
