import { randomUUID } from 'node:crypto';
import { createAssistant } from '../../../src/assistant/index.ts';
import { citationText, questionMark, writtenOut } from '../../../src/core/index.ts';
import type { Asker, Block, Reply } from '../../../src/core/index.ts';
import { choice, itemAt, vote, words } from './reading.ts';
import type { FilledIn, Reading } from './reading.ts';

/** The conversation without any channel: what the others are held against. */
export function openCore(asker: Asker) {
  const assistant = createAssistant({ asker, channel: 'core' });
  return () => {
    const conversation = randomUUID();
    let last: Reply | undefined;
    const type = async (text: string) => {
      last = await assistant.reply({ conversation, text });
      return last;
    };
    return {
      type,
      press: (place: number) => {
        const choices = (last?.blocks ?? []).flatMap((block) =>
          block.kind === 'choices' ? block.choices : [],
        );
        return type(itemAt(choices, place).value);
      },
      voteDown: (entry: string) => assistant.afterVote({ entry, useful: false, ballot: 'b' }, 'counted'),
      explain: (entry: string) => {
        const vote = { entry, useful: false, reason: 'wrong-subject', ballot: 'b' } as const;
        return assistant.afterVote(vote, 'explained');
      },
      /** Without the heading: in some channels the questions stand between it and the conclusion. */
      fill: ({ entry, questions, answers }: FilledIn): Reply => {
        const filled = { asked: questions.map(questionMark), answers: Object.fromEntries(answers.entries()) };
        const { reply } = assistant.selfCheck({ entry, ...filled });
        return { ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== 'heading') };
      },
    };
  };
}

export function readReply({ blocks }: Reply): Reading {
  return blocks.flatMap(readBlock);
}

function readBlock(block: Block): Reading {
  switch (block.kind) {
    case 'heading':
      return words(block.text);
    case 'paragraph':
      return words(writtenOut(block));
    case 'quote':
      return [...block.texts.flatMap(words), ...words(citationText(block.source))];
    case 'list':
      return block.items.flatMap(words);
    case 'choices':
      return [...words(block.lead ?? ''), ...block.choices.map(({ label }) => choice(label))];
    case 'checklist':
      return [
        ...words(block.lead ?? ''),
        ...block.questions.flatMap((question, index) => [
          ...words(question),
          ...words(block.translations?.[index] ?? ''),
        ]),
        ...words(citationText(block.source)),
      ];
    case 'feedback':
      return [...words(block.question), vote(block.useful), vote(block.notUseful)];
    case 'reasons':
      return [...words(block.question), ...block.reasons.map(({ label }) => vote(label))];
    case 'link':
      return [...words(block.text), ...words(block.url)];
  }
}
