import type { Asker, Block, Explained, Match, Question, Reply } from '../../src/core/index.ts';

/** The reply to one question; the confidence is 0.5 by default. */
export interface Toy {
  readonly reply: Reply;
  readonly confidence?: number;
  readonly decision?: Explained['decision'];
}

/** An asker with fixed replies to a few texts. */
export function toyAsker(known: Readonly<Record<string, Toy>>): Asker & { readonly asked: Question[] } {
  const asked: Question[] = [];
  const replies = new Map(Object.entries(known));
  const explain = (question: Question): Explained => {
    asked.push(question);
    const { reply, confidence = 0.5, decision } = replies.get(question.text) ?? { reply: toy('unknown') };
    const matches: Match[] = [{ entry: reply.entry ?? 'iets', confidence, words: () => [] }];
    if (decision === 'command') return { reply, decision, matches: [] };
    return { reply, decision: decision ?? (reply.kind as Explained['decision']), matches };
  };
  return {
    explain,
    ask: (question) => explain(question).reply,
    suggest: () => [],
    entries: [],
    source: () => undefined,
    waysOn: () => [],
    nearest: () => undefined,
    language: 'nl',
    say: (key) => key,
    sorry: () => toy('unknown'),
    asked,
  };
}

/** A reply of a kind with these quotes. */
export function toy(kind: Reply['kind'], entry?: string, ...quotes: readonly string[]): Reply {
  return {
    kind,
    language: 'nl',
    ...(entry !== undefined && { entry, words: [] }),
    blocks: quotes.map(quoted),
  };
}

/** A reply of kind `choices` that offers these entries. */
export function toyChoices(...entries: readonly string[]): Reply {
  const choices = entries.map((entry) => ({ label: `Over ${entry}`, value: `entry:${entry}` }));
  return { ...toy('choices'), blocks: [{ kind: 'choices', choices }] };
}

/** The self-check with these questions, after this quote. */
export function toyChecklist(lead: string, ...questions: readonly string[]): Reply {
  const { blocks } = toy('checklist', 'zelfcheck', lead);
  return {
    ...toy('checklist', 'zelfcheck'),
    blocks: [...blocks, { kind: 'checklist', questions, language: 'nl', source: SOURCE }],
  };
}

const SOURCE = { label: 'Regels, 2024', guidance: 'regels', edition: '2024', sentences: [] };

function quoted(text: string): Block {
  return { kind: 'quote', texts: [text], language: 'nl', source: SOURCE };
}
