import { randomUUID } from 'node:crypto';
import type { Assistant } from '../../src/assistant/index.ts';
import type { Choice, Reply } from '../../src/core/index.ts';

/** What there is to read: every topic with its questions. */
export interface Outline {
  readonly heading: string;
  readonly topics: readonly { readonly label: string; readonly entries: readonly Choice[] }[];
  readonly hasChecklist: boolean;
}

/**
 * Asks the assistant for the topics and what belongs to them, as a person would with the buttons; the knowledge stays
 * the same while the bot runs, so once is enough.
 */
export function createOutline(assistant: Assistant): () => Promise<Outline> {
  let known: Promise<Outline> | undefined;
  return () => {
    known ??= read(assistant).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
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
  const topics = choicesIn(all);
  const members = await Promise.all(topics.map(({ value }) => ask(value)));
  const heading = all.blocks.find((block) => block.kind === 'heading')?.text ?? '';
  return {
    heading,
    topics: topics.map(({ label }, place) => ({
      label,
      entries: choicesIn(members[place]).filter(({ value }) => value.startsWith('entry:')),
    })),
    hasChecklist: (await ask('zelfcheck')).kind === 'checklist',
  };
}

/** The buttons of a reply. */
function choicesIn(reply: Reply | undefined): Choice[] {
  return (reply?.blocks ?? []).flatMap((block) => (block.kind === 'choices' ? block.choices : []));
}
