import type { Assistant, Message } from '../../src/assistant/index.ts';
import { plainText } from '../../src/core/index.ts';
import type { Block, Language, Reply } from '../../src/core/index.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import type { InvokeResponse, Json, JsonObject } from './activity.ts';
import { renderCard } from './card.ts';
import type { Card } from './card.ts';
import { lines } from './elements.ts';
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
  { text, person, language }: Omit<Message, 'conversation'> & { readonly language: Language | undefined },
): Promise<InvokeResponse> {
  if (text === '') return notice(say('teams_zoek', {}, language));
  const { replies, instead } = await look({ text, ...(person !== undefined && { person }) });
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

/** The self-check in a dialog, under the text of the message that it was asked on. */
export function checkDialog(check: Reply, message: string, say: Say): InvokeResponse {
  const shown =
    message === ''
      ? lines(say('teams_actie_leeg', {}, check.language), { subtle: true })
      : [
          ...lines(say('teams_actie_bericht', {}, check.language), { bold: true }),
          ...lines(cut(message, MOST_MESSAGE), { close: true }),
        ];
  return dialog(renderCard(check, say, 'dialog', shown), check, say);
}

/** The same dialog after the button: the advice. */
export function doneDialog(check: Reply, doubts: boolean, say: Say): InvokeResponse {
  return dialog(renderCard(check, say, { doubts }), check, say);
}

function dialog(card: Card, { language }: Reply, say: Say): InvokeResponse {
  const value = {
    title: say('teams_actie', {}, language),
    width: 'medium',
    height: 'large',
    card: { contentType: ADAPTIVE_CARD, content: card },
  };
  return ok({ task: { type: 'continue', value } });
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
