import type { TextKey } from './texts.ts';
import type { Reason } from './types.ts';

/** The key of the label of each reason why an answer was not useful, in the order in which they are offered. */
export const REASON_TEXTS = {
  'wrong-subject': 'reden_onderwerp',
  unclear: 'reden_onduidelijk',
  incomplete: 'reden_onvolledig',
  other: 'reden_anders',
} as const satisfies Record<Reason, TextKey>;

/** All reasons, in the order in which they are offered. */
export const REASONS = Object.keys(REASON_TEXTS) as readonly Reason[];

/** Returns the reason with a name that comes from outside; `undefined` for any other value. */
export function reasonNamed(name: unknown): Reason | undefined {
  return REASONS.find((reason) => reason === name);
}
