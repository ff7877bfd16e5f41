import type { Assistant } from '../../src/assistant/index.ts';
import { buttonsIn } from '../../src/core/index.ts';
import type { Choice } from '../../src/core/index.ts';

/** What there is to read: every topic with its questions. */
export interface Outline {
  readonly heading: string;
  readonly topics: readonly { readonly label: string; readonly entries: readonly Choice[] }[];
  readonly hasChecklist: boolean;
}

/**
 * Follows the buttons of the topics, once for each edition of the knowledge.
 * @returns a function that throws when the bot fails; asked again, it tries again.
 */
export function createOutline(assistant: Pick<Assistant, 'fingerprint' | 'show'>): () => Outline {
  let known: { readonly edition: string; readonly outline: Outline } | undefined;
  return () => {
    const edition = assistant.fingerprint();
    if (known?.edition !== edition) known = { edition, outline: readOutline(assistant) };
    return known.outline;
  };
}

function readOutline({ show }: Pick<Assistant, 'show'>): Outline {
  const all = show('onderwerpen');
  /** The questions of a topic, page after page. */
  const membersOf = (value: string): Choice[] => {
    const choices = buttonsIn(show(value));
    const next = choices.find((choice) => choice.value.startsWith('topic:'));
    const members = choices.filter((choice) => choice.value.startsWith('entry:'));
    return next === undefined ? members : [...members, ...membersOf(next.value)];
  };
  return {
    heading: all.blocks.find((block) => block.kind === 'heading')?.text ?? '',
    topics: buttonsIn(all).map(({ label, value }) => ({ label, entries: membersOf(value) })),
    hasChecklist: show('zelfcheck').kind === 'checklist',
  };
}
