import { linkedParts, plainText, renderToFit } from '../../src/core/index.ts';
import type { Block, Choice, Language, Reply, ReplyLimits } from '../../src/core/index.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import type { JsonObject, OutgoingMessage } from './activity.ts';
import { checklistElements, doneElements, missingAnswer } from './checklist.ts';
import type { CheckState } from './checklist.ts';
import { citation } from './citation.ts';
import {
  container,
  buttons,
  execute,
  headline,
  isWebAddress,
  linkedLines,
  lines,
  openUrl,
  buttonRow,
  submit,
} from './elements.ts';
import type { Element } from './elements.ts';
import type { TeamsAssistant } from './texts.ts';

/** An Adaptive Card: https://adaptivecards.io/explorer/ */
export interface Card extends JsonObject {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly body: readonly Element[];
}

const UNANSWERED: CheckState = { kind: 'open', where: 'chat' };
/** The limit of Teams is 28 KB. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
export const MAX_CARD_BYTES = 25_000;
/** Shorter versions of a reply that is too long, tried from the top. No shipped reply needs the second. */
const SHORTER: readonly ReplyLimits[] = [
  { text: 6_000, items: 100, blocks: 100 },
  { text: 2_000, items: 60, blocks: 60 },
  { text: 600, items: 25, blocks: 25 },
  { text: 200, items: 10, blocks: 10 },
  { text: 80, items: 3, blocks: 3 },
];
const MAX_SUMMARY = 500;
/** Characters that fit on a button in the narrowest chat, on a telephone. */
const MAX_BUTTON_TITLE = 32;

/**
 * Renders a reply as an Adaptive Card 1.5 of less than 25 KB; a shortened one says so.
 * @param above elements before the reply
 */
export function renderCard(
  reply: Reply,
  say: TeamsAssistant['say'],
  check: CheckState = UNANSWERED,
  above: readonly Element[] = [],
): Card {
  return renderToFit(
    reply,
    SHORTER,
    say('teams_ingekort', {}, reply.language),
    (shown) => createCard(shown, say, check, above),
    (card) => Buffer.byteLength(JSON.stringify(card)) < MAX_CARD_BYTES,
  );
}

/** A message with a reply as its card, and as plain text for the notification. */
export function cardMessage(
  reply: Reply,
  say: TeamsAssistant['say'],
  check: CheckState = UNANSWERED,
): OutgoingMessage {
  return {
    type: 'message',
    summary: plainTextOf(reply, say, check).replace(/\s+/g, ' ').slice(0, MAX_SUMMARY).toWellFormed(),
    attachments: [{ contentType: ADAPTIVE_CARD, content: renderCard(reply, say, check) }],
  };
}

/** A reply as plain text, after the notice about missing answers. */
function plainTextOf(reply: Reply, say: TeamsAssistant['say'], check: CheckState): string {
  return `${missingAnswer(check, say, reply.language)}\n\n${plainText(reply)}`.trim();
}

function createCard(
  reply: Reply,
  say: TeamsAssistant['say'],
  check: CheckState,
  above: readonly Element[],
): Card {
  const text = plainTextOf(reply, say, check).toWellFormed();
  const index = reply.blocks.findIndex(({ kind }) => kind === 'checklist');
  const isOpen = check.kind === 'open';
  // The blocks after the questions are part of the card from the start, hidden until the questions are answered.
  const [before, after] =
    index < 0 ? [reply.blocks, []] : [reply.blocks.slice(0, index + 1), reply.blocks.slice(index + 1)];
  const elements = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => renderBlock(block, reply, say, check));
  const advice = elements(after);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: reply.language,
    fallbackText: text,
    speak: text.replace(/[<>&]/g, ' '),
    body: [
      ...above,
      ...lines(missingAnswer(check, say, reply.language), { bold: true }),
      ...elements(before),
      ...(check.kind === 'open' || index < 0 ? [] : doneElements(check, say, reply.language)),
      ...(advice.length === 0
        ? []
        : [container(advice, { id: 'advice', ...(isOpen && { isVisible: false }) })]),
    ],
  };
}

function renderBlock(
  block: Block,
  { language, entry }: Reply,
  say: TeamsAssistant['say'],
  check: CheckState,
): Element[] {
  switch (block.kind) {
    case 'heading':
      return block.text.trim() === '' ? [] : [headline(block.text)];
    case 'paragraph':
      return linkedLines(linkedParts(block));
    case 'quote': {
      const texts = block.texts.flatMap((text) => lines(`“${text}”`, { italic: true }));
      return [container([...texts, ...citation(block.source)], { style: 'emphasis' })];
    }
    case 'list':
      return block.items.flatMap((item, index) => lines(`• ${item}`, { close: index > 0 }));
    case 'choices':
      return [
        ...(block.lead === undefined ? [] : lines(`${block.lead}:`, { bold: true })),
        ...renderChoices(block.choices, language),
      ];
    case 'checklist':
      return checklistElements(block, say, { language, entry }, check);
    case 'feedback': {
      const vote = (title: string, useful: boolean) =>
        execute(title, 'vote', { vote: block.entry, useful, language }, 'none');
      return [
        ...lines(block.question),
        buttons([vote(`👍 ${block.useful}`, true), vote(`👎 ${block.notUseful}`, false)]),
      ];
    }
    case 'reasons': {
      const { entry: voted, ballot, question, reasons } = block;
      const data = { vote: voted, useful: false, ballot, language };
      const titles = reasons.map(({ reason, label }) => execute(label, 'vote', { ...data, reason }, 'none'));
      return [...lines(question), buttons(titles)];
    }
    case 'link':
      return isWebAddress(block.url)
        ? [buttons([openUrl(block.text, block.url)])]
        : lines(`${block.text}: ${block.url}`);
  }
}

/** Buttons below each other; when Teams would cut one label, all are rows (`buttonRow`). */
function renderChoices(choices: readonly Choice[], language: Language): Element[] {
  const isShort = choices.every(({ label }) => label.length <= MAX_BUTTON_TITLE);
  return choices.map(({ label, value }) => {
    const data = { ask: value, language };
    return isShort ? buttons([submit(label, data)]) : buttonRow(label, data);
  });
}
