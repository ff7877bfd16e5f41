import type { InvokeResponse } from './activity.ts';
import type { Card } from './card.ts';
import { ok } from './extension.ts';

/** Returns the response that shows a card or a line of text in place of the card: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
export function replaceCard(type: string, value: string | Card): InvokeResponse {
  return ok({ statusCode: 200, type, value });
}
