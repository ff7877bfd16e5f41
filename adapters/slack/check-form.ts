import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { CHECK_ANSWERS, checklistIn, questionMark } from '../../src/core/index.ts';
import type { Block, Reply } from '../../src/core/index.ts';
import type { SentCheck } from '../../src/assistant/index.ts';
import { citationBlock } from './citation.ts';
import { paragraph, plain } from './elements.ts';
import { INPUT_LABEL, MESSAGE_SIZE, OPTION_TEXT, VIEW_TITLE } from './limits.ts';
import { at, textAt } from './payload.ts';
import type { SlackAssistant } from './texts.ts';

type Checklist = Extract<Block, { kind: 'checklist' }>;

/** The id of the modal in which the self-check is filled in. */
const CHECK_FORM = 'zelfcheck';
/** The action id of the radio buttons of a question. */
const ANSWER = 'antwoord';
const BLOCK = /^vraag:(\d{1,3}):([\w-]{8})$/;
/** More questions than this are only shown, not filled in. */
const MAX_QUESTIONS = 30;

/**
 * Returns a reply up to the questions of its self-check, when that can be filled in here; `undefined` for one that is too long:
 * it must not be shortened, because its answers go by the text of the questions.
 */
export function fillable(reply: Reply): Reply | undefined {
  const { entry, blocks } = reply;
  const { questions } = checklistIn(reply) ?? { questions: [] };
  if (entry === undefined || questions.length === 0 || questions.length > MAX_QUESTIONS) return undefined;
  const shown = blocks.slice(0, blocks.findIndex(({ kind }) => kind === 'checklist') + 1);
  return JSON.stringify(shown).length > MESSAGE_SIZE ? undefined : { ...reply, blocks: shown };
}

/** Returns what a modal with a self-check has besides its blocks; which one it is stands in its metadata, and nothing else. */
export function checkFormParts(
  { entry, language }: Reply,
  say: SlackAssistant['say'],
): Pick<ModalView, 'submit' | 'callback_id' | 'private_metadata'> {
  return {
    callback_id: CHECK_FORM,
    private_metadata: JSON.stringify({ entry, language }),
    submit: plain(say('zelfcheck_tips', {}, language), VIEW_TITLE),
  };
}

/** Returns the questions of a self-check with radio buttons, each with the fingerprint of its question in its id. */
export function checkFormBlocks(
  block: Checklist,
  language: Reply['language'],
  say: SlackAssistant['say'],
): KnownBlock[] {
  const options = Object.entries(CHECK_ANSWERS).map(([value, key]) => ({
    value,
    text: plain(say(key, {}, language), OPTION_TEXT),
  }));
  const inputs = block.questions.map((question, index): InputBlock => {
    const initial = options.find(({ value }) => value === block.chosen?.[index]);
    const translation = block.translations?.[index];
    return {
      type: 'input',
      block_id: `vraag:${index}:${questionMark(question)}`,
      label: plain(`${index + 1}. ${question}`, INPUT_LABEL),
      ...(translation !== undefined && { hint: plain(translation, INPUT_LABEL) }),
      // The bot says which one is missing, in the language of the self-check; Slack would say so in that of the person.
      optional: true,
      element: {
        type: 'radio_buttons',
        action_id: ANSWER,
        options,
        ...(initial !== undefined && { initial_option: initial }),
      },
    };
  });
  return [
    ...(block.lead === undefined ? [] : [paragraph(block.lead)]),
    ...inputs,
    citationBlock(block.source),
  ];
}

/** Reads a self-check that was sent; `undefined` when the modal is not one of this bot. */
export function readCheck(body: unknown): SentCheck | undefined {
  const view = at(body, 'view');
  if (textAt(view, 'callback_id') !== CHECK_FORM) return undefined;
  const { entry, language } = metadataOf(textAt(view, 'private_metadata'));
  const values = at(view, 'state', 'values');
  // The modal has other fields too.
  const sent = Object.entries(typeof values === 'object' && values !== null ? values : {}).flatMap(
    ([id, value]) => {
      const [, index, mark] = BLOCK.exec(id) ?? [];
      return index === undefined
        ? []
        : [{ index, mark, answer: at(value, ANSWER, 'selected_option', 'value') }];
    },
  );
  return {
    entry,
    language,
    // In the order of the questions; a place that is missing is no fingerprint of any question.
    asked: sent.toSorted((a, b) => Number(a.index) - Number(b.index)).map(({ mark }) => mark),
    answers: Object.fromEntries(sent.map(({ index, answer }) => [index, answer])),
  };
}

function metadataOf(text: string): Pick<SentCheck, 'entry' | 'language'> {
  try {
    const data: unknown = JSON.parse(text);
    const language = textAt(data, 'language');
    return { entry: textAt(data, 'entry'), ...((language === 'nl' || language === 'en') && { language }) };
  } catch {
    return { entry: '' };
  }
}

/** Returns the errors of a self-check with questions that were not answered, by the id of their block. */
export function missingAnswers(
  { check, outcome }: { readonly check: Reply; readonly outcome: { readonly chosen: readonly unknown[] } },
  say: SlackAssistant['say'],
): Record<string, string> {
  const { questions } = checklistIn(check) ?? { questions: [] };
  const text = say('zelfcheck_kies', {}, check.language);
  return Object.fromEntries(
    questions.flatMap((question, index) =>
      outcome.chosen[index] === undefined ? [[`vraag:${index}:${questionMark(question)}`, text]] : [],
    ),
  );
}
