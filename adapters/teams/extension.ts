import type { Assistant, UserMessage } from '../../src/assistant/index.ts';
import { plainText } from '../../src/core/index.ts';
import type { Block, Language, Reply } from '../../src/core/index.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import type { InvokeResponse, Json, JsonObject } from './activity.ts';
import { renderCard } from './card.ts';
import type { CheckState } from './checklist.ts';
import { lines } from './elements.ts';
import type { Element } from './elements.ts';
import { cut } from './shorten.ts';

/**
 * The message extension. Shapes: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
 */

/** Teams shows what fits beside the compose box. */
const MOST_RESULTS = 8;
const MOST_TITLE = 80;
const MOST_PREVIEW = 200;
/** A message is shown in the dialog to think about, not to read again in full. */
const MOST_MESSAGE = 1_000;

type Quote = Extract<Block, { kind: 'quote' }>;
type Say = Assistant['say'];

/** Finds quotes for what was typed: those of the answer, or when several questions may be meant, those of each. */
export async function search(
  { search: look, say }: Pick<Assistant, 'search' | 'say'>,
  { text, person, language }: Omit<UserMessage, 'conversation'> & { readonly language: Language | undefined },
): Promise<InvokeResponse> {
  if (text === '') return notice(say('teams_zoek', {}, language));
  const { replies, notice: instead } = await look({ text, ...(person !== undefined && { person }) });
  if (instead !== undefined) return notice(plainText(instead));
  const results = replies.flatMap((each) => resultsOf(each, say)).slice(0, MOST_RESULTS);
  if (results.length === 0) return notice(say('teams_zoek_niets', {}, replies[0]?.language));
  return ok({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments: results } });
}

/** A result for each quote: what is inserted into the message is the quote with its source, and nothing else. */
function resultsOf(reply: Reply, say: Say): JsonObject[] {
  const title = reply.blocks.find(({ kind }) => kind === 'heading');
  return reply.blocks
    .filter((block): block is Quote => block.kind === 'quote')
    .map((quote) => {
      const card = renderCard({ kind: 'answer', language: quote.language, blocks: [quote] }, say);
      const preview = {
        title: cut(title?.kind === 'heading' ? title.text : quote.source.label, MOST_TITLE),
        text: cut(quote.text, MOST_PREVIEW),
      };
      return {
        contentType: ADAPTIVE_CARD,
        content: card,
        preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: preview },
      };
    });
}

/** The self-check in a dialog: to be filled in, under the text of the message that it was asked on, or with its advice. */
export function checkDialog(check: Reply, state: CheckState, message: string, say: Say): InvokeResponse {
  const { language } = check;
  const above = state.kind === 'open' ? asked(message, state.chosen === undefined, say, language) : [];
  const value = {
    title: say('teams_actie', {}, language),
    width: 'medium',
    height: 'large',
    card: { contentType: ADAPTIVE_CARD, content: renderCard(check, say, state, above) },
  };
  return ok({ task: { type: 'continue', value } });
}

/** The message. That it has no text is said the first time only: later Teams may have left it out. */
function asked(message: string, isFirst: boolean, say: Say, language: Language): Element[] {
  if (message !== '')
    return [
      ...lines(say('teams_actie_bericht', {}, language), { bold: true }),
      ...lines(cut(message, MOST_MESSAGE), { close: true }),
    ];
  return isFirst ? lines(say('teams_actie_leeg', {}, language), { subtle: true }) : [];
}

/** A line of text in the place of results. */
export function notice(text: string): InvokeResponse {
  return ok({ composeExtension: { type: 'message', text } });
}

/** A line of text in the place of a dialog. */
export function dialogNotice(text: string): InvokeResponse {
  return ok({ task: { type: 'message', value: text } });
}

export function ok(body: Readonly<Record<string, Json>>): InvokeResponse {
  return { status: 200, body };
}
