import type { Assistant } from '../../src/assistant/index.ts';
import { buttonsIn, nextPageIn, parseButton } from '../../src/core/index.ts';
import type { Choice, ReplyKind } from '../../src/core/index.ts';

/** A topic with its questions. */
export interface Topic {
  readonly label: string;
  /** Id of its place on the page. */
  readonly anchor: string;
  readonly answered: readonly Choice[];
  /** The questions on which the guidance is silent. */
  readonly silent: readonly Choice[];
}

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
  readonly topics: readonly Topic[];
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
  const isSilent = ({ value }: Choice) => show(value).kind === 'silent';
  return {
    heading: all.blocks.find((block) => block.kind === 'heading')?.text ?? '',
    groups: all.blocks
      .filter((block) => block.kind === 'choices')
      .map(({ lead, choices }, group) => ({
        ...(lead !== undefined && { title: lead }),
        topics: choices.map(({ label, value }, index) => {
          const { answered = [], silent = [] } = Object.groupBy(membersOf(value), (choice) =>
            isSilent(choice) ? 'silent' : 'answered',
          );
          // With numbers, because labels may be the same, or differ in punctuation only.
          return { label, anchor: `onderwerp-${group + 1}-${index + 1}`, answered, silent };
        }),
      })),
    hasChecklist: CHECKLIST_KINDS.includes(show('zelfcheck').kind),
  };
}
