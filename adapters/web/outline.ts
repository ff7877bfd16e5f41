import type { Assistant } from '../../src/assistant/index.ts';
import { buttonsIn, nextPageIn, parseButton } from '../../src/core/index.ts';
import type { Choice, ReplyKind } from '../../src/core/index.ts';

/** All topics with their questions. */
export interface Outline {
  readonly heading: string;
  /** One group, or of several guidances one for each, under its title. */
  readonly groups: readonly OutlineGroup[];
  readonly hasChecklist: boolean;
}

/** The topics of a guidance with their questions. */
export interface OutlineGroup {
  readonly title?: string;
  readonly topics: readonly { readonly label: string; readonly entries: readonly Choice[] }[];
}

/** The kinds of reply to the command `zelfcheck` when there is one: of several the choice. */
export const CHECKLIST_KINDS: readonly ReplyKind[] = ['checklist', 'choices'];

/** Returns a function that returns the outline, cached until the knowledge changes. It throws when the bot fails. */
export function createOutline(assistant: Pick<Assistant, 'fingerprint' | 'show'>): () => Outline {
  let cached: { readonly fingerprint: string; readonly outline: Outline } | undefined;
  return () => {
    const fingerprint = assistant.fingerprint();
    if (cached?.fingerprint !== fingerprint) cached = { fingerprint, outline: readOutline(assistant) };
    return cached.outline;
  };
}

function readOutline({ show }: Pick<Assistant, 'show'>): Outline {
  const all = show('onderwerpen');
  /** The questions of a topic, on this page of its list and the next ones. */
  const membersOf = (value: string): Choice[] => {
    const page = show(value);
    const next = nextPageIn(page);
    const members = buttonsIn(page).filter((choice) => parseButton(choice.value)?.kind === 'entry');
    return next === undefined ? members : [...members, ...membersOf(next)];
  };
  return {
    heading: all.blocks.find((block) => block.kind === 'heading')?.text ?? '',
    groups: all.blocks.flatMap((block) =>
      block.kind === 'choices'
        ? [
            {
              ...(block.lead !== undefined && { title: block.lead }),
              topics: block.choices.map(({ label, value }) => ({ label, entries: membersOf(value) })),
            },
          ]
        : [],
    ),
    hasChecklist: CHECKLIST_KINDS.includes(show('zelfcheck').kind),
  };
}
