import type { Hono } from 'hono';
import type { Env } from '../../src/pages/index.ts';
import { checkOf, FIELD, formOf } from './read.ts';
import type { WebAssistant } from './texts.ts';
import type { TurnSeal } from './turn.ts';

/** What the self-check needs of the app. */
interface SelfCheckParts extends Pick<TurnSeal, 'seal'> {
  readonly assistant: Pick<WebAssistant, 'selfCheck'>;
  readonly base: string;
}

/**
 * Adds the self-check that is sent without JavaScript. The answers are in the request alone; the conclusion is in the address
 * that it leads to, encrypted.
 */
export function addSelfCheck(app: Hono<Env>, { assistant, base, seal }: SelfCheckParts): void {
  app.post('/zelfcheck', async (context) => {
    const { conversation, ...sent } = checkOf(formOf(context.env.incoming.rawBody));
    const { reply } = assistant.selfCheck(sent);
    return context.redirect(`${base}/?${FIELD.turn}=${await seal({ reply, conversation })}`, 303);
  });
}
