import type { Asset } from '../../pages/index.ts';
import type { Tools } from '../parts.ts';
import type { WorkingCopy } from '../working-copy/types.ts';
import { layout } from './layout.ts';
import { savedNotice } from './saved-notice.ts';

/** Returns `Tools.page`, which says at the top what was just saved, with a button to undo it. */
export function createPage(copy: WorkingCopy, assets: ReadonlyMap<string, Asset>): Tools['page'] {
  return async (context, page) => {
    const notices = [...savedNotice(context, copy), ...(page.notices ?? [])];
    return context.html(await layout({ ...page, notices }, assets), page.status ?? 200);
  };
}
