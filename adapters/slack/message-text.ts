import { at, firstOf, textAt } from './payload.ts';

/** The text of a message as Slack's mrkdwn, from each of the places where Slack puts it. Empty texts where there is none. */
export interface MessageText {
  /** What its author wrote. Slack leaves `text` empty for some messages with blocks, and puts a long one in a file. */
  readonly own: string;
  /** What it forwards, or what an app attached to it. */
  readonly attached: string;
}

/** Reads a message: https://docs.slack.dev/reference/objects/message-object */
export function messageText(message: unknown): MessageText {
  return {
    own: firstOf(
      textAt(message, 'text').trim(),
      textOfAll(at(message, 'blocks')),
      join(listOf(at(message, 'files')).map((file) => escape(textAt(file, 'preview')))),
    ),
    attached: join(listOf(at(message, 'attachments')).map(textOfAttachment)),
  };
}

function textOfAttachment(attachment: unknown): string {
  const isForwarded = at(attachment, 'is_share') === true || at(attachment, 'is_msg_unfurl') === true;
  // The preview of a link is not part of the message.
  if (textAt(attachment, 'from_url') !== '' && !isForwarded) return '';
  const forwarded = listOf(at(attachment, 'message_blocks')).map((each) =>
    textOfAll(at(each, 'message', 'blocks')),
  );
  const said = join([
    textAt(attachment, 'pretext'),
    textAt(attachment, 'title'),
    firstOf(textAt(attachment, 'text').trim(), textOfAll(at(attachment, 'blocks')), join(forwarded)),
    ...listOf(at(attachment, 'fields')).flatMap((field) => [textAt(field, 'title'), textAt(field, 'value')]),
  ]);
  return firstOf(said, textAt(attachment, 'fallback'));
}

/** The parts of a message below each other. */
function join(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOfAll(blocks: unknown): string {
  return join(listOf(blocks).map(textOf));
}

/** Elements whose parts are on one line; the parts of others are below each other. */
const ONE_LINE = ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'];

/** The text of a block, or of an element of one: https://docs.slack.dev/reference/block-kit/blocks */
function textOf(block: unknown): string {
  if (Array.isArray(block)) return textOfAll(block);
  const [type, text] = [textAt(block, 'type'), textAt(block, 'text')];
  switch (type) {
    case 'text':
    case 'plain_text':
    case 'raw_text':
      return escape(text);
    case 'mrkdwn':
    case 'markdown':
      return text;
    case 'link':
      return `<${textAt(block, 'url')}|${escape(firstOf(text, textAt(block, 'url')))}>`;
    case 'user':
      return `<@${textAt(block, 'user_id')}>`;
    case 'channel':
      return `<#${textAt(block, 'channel_id')}>`;
    case 'broadcast':
      return `<!${textAt(block, 'range')}>`;
    case 'emoji':
      return `:${textAt(block, 'name')}:`;
    case 'date':
      return escape(textAt(block, 'fallback'));
    default: {
      const parts = ['title', 'text', 'fields', 'elements', 'rows']
        .flatMap((name) => at(block, name) ?? [])
        .map(textOf);
      return ONE_LINE.includes(type) ? parts.join('') : join(parts);
    }
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
