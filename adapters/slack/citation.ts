import type { ContextBlock, KnownBlock } from '@slack/types';
import { citationText } from '../../src/core/index.ts';
import type { Citation } from '../../src/core/index.ts';
import { link, plain, rich, section, textRun } from './elements.ts';
import { CONTEXT_TEXT } from './limits.ts';

/** Signs of mrkdwn that cannot be escaped, and `|`, which ends the address in a link. */
const MARKUP = /[*_~`|]/;

/**
 * Draws a citation in small text. A context block takes no `rich_text`, and a link in it is mrkdwn: a title with signs of
 * mrkdwn is drawn in text of the usual size.
 */
export function citationBlock(source: Citation): KnownBlock {
  const { label, section: heading, link: url } = source;
  const whole = citationText(source);
  const rest = whole.slice(label.length);
  if (url === undefined) return context(plain(whole, CONTEXT_TEXT));
  const made = link(label, url);
  if (made.type !== 'link') return context(plain(whole, CONTEXT_TEXT));
  const isSafe = !MARKUP.test(label) && !/[<>|]/.test(url) && label.trim() !== '' && !/\p{Cc}/u.test(label);
  if (!isSafe) return rich(section(made, ...(rest === '' ? [] : [textRun(rest)])));
  const linked = `<${escape(url)}|${escape(label)}>`;
  return linked.length > CONTEXT_TEXT
    ? context(plain(whole, CONTEXT_TEXT))
    : context(
        { type: 'mrkdwn', text: linked },
        ...(heading === undefined ? [] : [plain(rest.trimStart(), CONTEXT_TEXT)]),
      );
}

function context(...elements: ContextBlock['elements']): ContextBlock {
  return { type: 'context', elements };
}

/** https://docs.slack.dev/messaging/formatting-message-text/#escaping */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
