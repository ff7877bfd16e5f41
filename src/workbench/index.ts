/** Everything that the command line may import from the workbench. */
import { createAppListener, createAssetListener } from '../pages/index.ts';
import type { Listener } from '../shared/listener.ts';
import { createApp } from './app.ts';
import { createEngine } from './engine/index.ts';
import { refusalOf } from './guard.ts';
import { readWorkbenchAssets } from './page/assets.ts';
import type { WorkbenchParts } from './parts.ts';
import { createWorkingCopy } from './working-copy/index.ts';

export { HOSTS } from './guard.ts';
export type { ReplyPreview, WorkbenchParts } from './parts.ts';

/** The workbench: what answers requests, and what stops it. */
export interface Workbench {
  readonly listener: Listener;
  readonly stop: () => Promise<void>;
}

/** Creates the editors' workbench. @throws the error of the file system when the directory cannot be read */
export function createWorkbench(parts: WorkbenchParts): Workbench {
  const assets = readWorkbenchAssets();
  const copy = createWorkingCopy(parts.directory);
  const engine = createEngine(parts);
  const app = createApp({ parts, copy, engine, assets });
  const listen = createAssetListener([...assets.values()], '', createAppListener(app));
  return {
    stop: engine.stop,
    listener: (request, response) => {
      const status = refusalOf(request);
      if (status === undefined) listen(request, response);
      else response.writeHead(status, { 'content-length': 0, 'cache-control': 'no-store' }).end();
    },
  };
}
