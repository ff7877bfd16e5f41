import { checkKnowledge } from '../../knowledge/index.ts';
import type { WorkbenchParts } from '../parts.ts';
import type { Engine } from './types.ts';

/** Creates the engine for the working copy in a directory. */
export function createEngine({ directory, channelTexts }: WorkbenchParts): Engine {
  const problems = () => checkKnowledge(directory, channelTexts).problems();
  return {
    status: () => ({ phase: 'ready', problems: problems() }),
    check: () => Promise.resolve(problems()),
    preview: () => Promise.resolve(undefined),
    say: (key) => key,
    saved: () => undefined,
    stop: () => Promise.resolve(),
  };
}
