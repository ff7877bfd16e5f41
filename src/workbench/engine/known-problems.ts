import { fingerprint } from '../../knowledge/index.ts';
import type { Problem } from '../../knowledge/index.ts';
import type { WorkingCopy } from '../working-copy/types.ts';
import type { Engine } from './types.ts';

/** Returns the problems of the working copy as it is on disk: at once when the engine has read this version without errors. */
export function knownProblems(engine: Engine, copy: WorkingCopy): Promise<readonly Problem[]> {
  const { read, problems } = engine.status();
  return read !== '' && read === fingerprint(copy.read().files) ? Promise.resolve(problems) : engine.check();
}
