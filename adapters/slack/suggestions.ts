import type { Option, SectionBlock } from '@slack/types';
import type { Choice, Language } from '../../src/core/index.ts';
import { cut } from '../../src/shared/cut.ts';
import type { Pseudonymize } from '../../src/shared/pseudonymize.ts';
import { plain } from './elements.ts';
import { personOf } from './identifiers.ts';
import { OPTION_TEXT, OPTION_VALUE, PLACEHOLDER, SECTION_TEXT } from './limits.ts';
import { textAt, typedText } from './payload.ts';
import { actionOf, ACTIONS, languageOf } from './render.ts';
import type { SlackAssistant } from './texts.ts';

/** As many as are visible without scrolling; Slack takes a hundred. */
const MAX_OPTIONS = 10;
/** Letters before Slack asks for options: fewer are in nearly every question. */
const MIN_LETTERS = 3;

/** The response to a request for the options of a select. */
export interface Options {
  readonly options: Option[];
}

/** Renders the select in which people find a question by typing a part of it. */
export function questionSelect(language: Language, say: SlackAssistant['say']): SectionBlock {
  return {
    type: 'section',
    text: plain(say('slack_zoek', {}, language), SECTION_TEXT),
    accessory: {
      type: 'external_select',
      action_id: actionOf(ACTIONS.suggest, language),
      placeholder: plain(say('slack_zoek_typ', {}, language), PLACEHOLDER),
      min_query_length: MIN_LETTERS,
    },
  };
}

/**
 * Creates the response to `block_suggestion`: the questions that the typed text may become; none over the rate limit or at a
 * fault, which Slack shows as "no results". https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
 */
export function createOptions(
  { suggest }: Pick<SlackAssistant, 'suggest'>,
  pseudonymize: Pseudonymize,
): (body: unknown) => Promise<Options> {
  return async (body) => {
    const text = typedText(textAt(body, 'value'));
    const person = personOf(pseudonymize, body, textAt(body, 'user', 'id'));
    const language = languageOf(textAt(body, 'action_id'));
    const { choices } = await suggest({ text, person, language }, MAX_OPTIONS);
    return { options: choices.filter(({ value }) => value.length <= OPTION_VALUE).map(optionOf) };
  };
}

/** What does not fit in the text of an option goes on in the line below it. */
function optionOf({ label, value }: Choice): Option {
  const text = plain(label, OPTION_TEXT);
  if (label.length <= OPTION_TEXT) return { text, value };
  const rest = label.slice(cut(label, OPTION_TEXT).length - 1);
  return { text, value, description: plain(`…${rest}`, OPTION_TEXT) };
}
