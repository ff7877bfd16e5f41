import * as z from 'zod';
import { htmlText } from './html.ts';

/** A message as Microsoft Graph has it: https://learn.microsoft.com/graph/api/resources/chatmessage */
const messageAction = z.object({
  messagePayload: z.object({
    subject: z.string().catch(''),
    body: z.object({ contentType: z.unknown().optional(), content: z.string() }).catch({ content: '' }),
    attachments: z.array(z.unknown()).catch([]),
  }),
});

/** https://learn.microsoft.com/graph/api/resources/chatmessageattachment */
const attachment = z.object({ contentType: z.literal('forwardedMessageReference'), content: z.string() });
const forwarded = z.object({ originalMessageContent: z.string() });

/**
 * The text of the message that an action of the message extension was used on: its subject, what its author wrote and what
 * it forwards, below each other. Empty when there is none.
 */
export function messageText(value: unknown): string {
  const message = messageAction.safeParse(value).data?.messagePayload;
  if (message === undefined) return '';
  const { subject, body, attachments } = message;
  return [
    htmlText(subject, 'text'),
    htmlText(body.content, body.contentType === 'text' ? 'text' : 'html'),
    ...attachments.map(forwardedText),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function forwardedText(value: unknown): string {
  try {
    const original: unknown = JSON.parse(attachment.parse(value).content);
    return htmlText(forwarded.parse(original).originalMessageContent, 'html');
  } catch {
    // Another kind of attachment, or one that cannot be read.
    return '';
  }
}
