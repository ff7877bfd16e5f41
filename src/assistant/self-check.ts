import { CHECKLIST_ID, concludeCheck, concludedReply, entryValue } from '../core/index.ts';
import type { Say } from '../core/index.ts';
import type { Assistant } from './channel.ts';
import type { Meter } from './meter.ts';

/** What a self-check is concluded with. */
export interface SelfCheckParts {
  readonly channel: string;
  readonly show: Assistant['show'];
  readonly say: Say<string>;
  readonly meter: Meter;
}

/** Returns the function that concludes self-checks; see `Assistant.selfCheck`. */
export function createSelfCheck({ channel, show, say, meter }: SelfCheckParts): Assistant['selfCheck'] {
  return ({ entry, language, ...filled }) => {
    const own = show(entryValue(entry), language);
    // The self-check of an older card may be gone; of several the reply is the choice.
    const check = own.kind === 'checklist' ? own : show(CHECKLIST_ID, language);
    const outcome = concludeCheck(check, filled);
    if (outcome.kind === 'done') meter.event(channel, 'check', 'done');
    return { check, outcome, reply: concludedReply(check, outcome, say) };
  };
}
