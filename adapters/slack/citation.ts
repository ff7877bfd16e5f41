import type { ContextBlock, KnownBlock } from '@slack/types';
import { citationText } from '../../src/core/index.ts';
import type { Citation } from '../../src/core/index.ts';
import { link, plain, rich, section, textRun } from './elements.ts';
import { CONTEXT_TEXT } from './limits.ts';

/** What Slack would read as mrkdwn, which cannot be escaped there: signs of style, mentions, emoji, control characters. */
const MARKUP = /[*_~`|@#]|:[\w+-]+:|\p{Cc}/u;

/**
 * Draws a citation in small text. A context block takes no `rich_text`, and a link in it is mrkdwn: a citation with signs of
 * mrkdwn is drawn in text of the usual size.
 */
export function citationBlock(source: Citation): KnownBlock {
  const { label } = source;
  const whole = citationText(source);
  const made = source.link === undefined ? undefined : link(label, source.link);
  if (made?.type !== 'link' || label.trim() === '') return context(plain(whole, CONTEXT_TEXT));
  const rest = whole.slice(label.length);
  const text = `<${escape(made.url)}|${escape(label)}>${escape(rest)}`;
  if (MARKUP.test(whole) || /[<>|]/.test(made.url) || text.length > CONTEXT_TEXT)
    return rich(section(made, ...(rest === '' ? [] : [textRun(rest)])));
  return context({ type: 'mrkdwn', text });
}

function context(element: ContextBlock['elements'][number]): ContextBlock {
  return { type: 'context', elements: [element] };
}

/** https://docs.slack.dev/messaging/formatting-message-text/#escaping */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
