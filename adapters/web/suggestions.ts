import type { Context, Hono } from 'hono';
import type { Env } from '../../src/pages/index.ts';
import { jsonOf, typedOf } from './read.ts';
import type { WebAssistant } from './texts.ts';

/** As many as fit above the field of a phone, over its keyboard. */
const MAX_SUGGESTIONS = 5;

/** What suggestions need of the app. */
interface SuggestionParts {
  readonly assistant: Pick<WebAssistant, 'suggest'>;
  readonly personIn: (context: Context<Env>) => string;
  readonly refused: (context: Context<Env>, status: 400) => Response | Promise<Response>;
}

/**
 * Adds the questions that what somebody types may become. Over the rate limit there are none, because the notice would
 * stand where the person types. With POST: in an address, what was typed would be in the logs of proxies.
 */
export function addSuggestions(app: Hono<Env>, { assistant, personIn, refused }: SuggestionParts): void {
  app.post('/api/suggesties', async (context) => {
    const typed = typedOf(jsonOf(context.env.incoming.rawBody) ?? {});
    if (typed === undefined) return refused(context, 400);
    const { choices } = await assistant.suggest({ ...typed, person: personIn(context) }, MAX_SUGGESTIONS);
    return context.json({ suggestions: choices });
  });
}
