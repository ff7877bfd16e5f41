import { randomUUID } from 'node:crypto';
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
 * Asks the assistant for the topics and what belongs to them, as a person would with the buttons; once for each
 * edition of the knowledge.
 */
export function createOutline(assistant: Assistant): () => Promise<Outline> {
  let known: { readonly edition: string; readonly outline: Promise<Outline> } | undefined;
  return () => {
    const edition = assistant.edition();
    if (known?.edition !== edition) {
      const outline = read(assistant).catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      known = { edition, outline };
    }
    return known.outline;
  };
}

async function read(assistant: Assistant): Promise<Outline> {
  const conversation = randomUUID();
  const ask = async (text: string) => {
    const reply = await assistant.reply({ conversation, text });
    // No button gives this kind: it is the apology for a fault.
    if (reply.kind === 'unknown') throw new Error('the assistant could not tell what there is to ask');
    return reply;
  };
  const all = await ask('onderwerpen');
  const topics = buttonsIn(all);
  /** The questions of a topic, page after page. */
  const membersOf = async (value: string): Promise<Choice[]> => {
    const choices = buttonsIn(await ask(value));
    const next = choices.find((choice) => choice.value.startsWith('topic:'));
    const members = choices.filter((choice) => choice.value.startsWith('entry:'));
    return next === undefined ? members : [...members, ...(await membersOf(next.value))];
  };
  const members = await Promise.all(topics.map(({ value }) => membersOf(value)));
  const heading = all.blocks.find((block) => block.kind === 'heading')?.text ?? '';
  return {
    heading,
    topics: topics.map(({ label }, place) => ({ label, entries: members[place] ?? [] })),
    hasChecklist: (await ask('zelfcheck')).kind === 'checklist',
  };
}
