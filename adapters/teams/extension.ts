import type { UserMessage } from '../../src/assistant/index.ts';
import { plainText } from '../../src/core/index.ts';
import type { Block, Language, Reply } from '../../src/core/index.ts';
import { cut } from '../../src/shared/cut.ts';
import { ADAPTIVE_CARD } from './activity.ts';
import type { InvokeResponse, Json, JsonObject } from './activity.ts';
import { renderCard } from './card.ts';
import type { CheckState } from './checklist.ts';
import { lines } from './elements.ts';
import type { Element } from './elements.ts';
import type { TeamsAssistant } from './texts.ts';

/**
 * The message extension. Shapes: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
 */

/** As many as fit beside the compose box. */
const MAX_RESULTS = 8;
const MAX_TITLE = 80;
const MAX_PREVIEW = 200;
/** Enough to recognise the message in the dialog. */
const MAX_MESSAGE = 1_000;

type Quote = Extract<Block, { kind: 'quote' }>;
type Say = TeamsAssistant['say'];

/** The response to a search while somebody types: the quotes of the entries whose questions it may become. */
export async function searchResponse(
  { suggest, show, say }: Pick<TeamsAssistant, 'suggest' | 'show' | 'say'>,
  { text, person, language }: Omit<UserMessage, 'conversation'> & { readonly language: Language | undefined },
): Promise<InvokeResponse> {
  if (text.trim() === '') return notice(say('teams_zoek', {}, language));
  const typed = { text, language, ...(person !== undefined && { person }) };
  const { choices, notice: instead } = await suggest(typed, MAX_RESULTS);
  if (instead !== undefined) return notice(plainText(instead));
  const results = choices.flatMap((choice) =>
    resultsOf(choice.label, show(choice.value, choice.language), say),
  );
  if (results.length === 0) return notice(say('teams_zoek_niets', {}, language));
  const attachments = results.slice(0, MAX_RESULTS);
  return ok({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } });
}

const isQuote = (block: Block): block is Quote => block.kind === 'quote';

/**
 * A result for each run of quotes, under the question, which names the guidance where there are several; only the quotes
 * with their source are inserted into the message.
 */
function resultsOf(question: string, { blocks }: Reply, say: Say): JsonObject[] {
  return blocks.filter(isQuote).map((quote) => {
    const card = renderCard({ kind: 'answer', language: quote.language, blocks: [quote] }, say);
    const preview = { title: cut(question, MAX_TITLE), text: cut(quote.texts.join(' '), MAX_PREVIEW) };
    return {
      contentType: ADAPTIVE_CARD,
      content: card,
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: preview },
    };
  });
}

/** The self-check in a dialog: with inputs, under the message that the action was used on, or with its advice. */
export function checkDialog(check: Reply, state: CheckState, message: string, say: Say): InvokeResponse {
  const { language } = check;
  const above =
    state.kind === 'open' ? messageElements(message, state.chosen === undefined, say, language) : [];
  const value = {
    title: say('teams_actie', {}, language),
    width: 'medium',
    height: 'large',
    card: { contentType: ADAPTIVE_CARD, content: renderCard(check, say, state, above) },
  };
  return ok({ task: { type: 'continue', value } });
}

/** The message, or a line that it has no text: the first time only, because Teams may leave out the message later. */
function messageElements(message: string, isFirst: boolean, say: Say, language: Language): Element[] {
  if (message !== '')
    return [
      ...lines(say('teams_actie_bericht', {}, language), { bold: true }),
      ...lines(cut(message, MAX_MESSAGE), { close: true }),
    ];
  return isFirst ? lines(say('teams_actie_leeg', {}, language), { subtle: true }) : [];
}

/** A search response with a line of text instead of results. */
export function notice(text: string): InvokeResponse {
  return ok({ composeExtension: { type: 'message', text } });
}

/** A dialog with only a line of text. */
export function dialogNotice(text: string): InvokeResponse {
  return ok({ task: { type: 'message', value: text } });
}

/** A response with status 200. */
export function ok(body: Readonly<Record<string, Json>>): InvokeResponse {
  return { status: 200, body };
}
