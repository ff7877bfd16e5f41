import type { ModalView } from '@slack/types';
import type { Reply } from '../../src/core/index.ts';
import { fillable, missingAnswers, readCheck } from './check-form.ts';
import { modalView } from './modal.ts';
import { at } from './payload.ts';
import type { SlackAssistant } from './texts.ts';

/**
 * What the acknowledgement of a submitted modal says:
 * https://docs.slack.dev/surfaces/modals/#handling_submissions
 */
export type Submitted =
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> };

/**
 * Returns what becomes of a self-check that is sent: its conclusion in the same modal; or which questions have no answer. The
 * answers are in the payload only. `undefined`, after which Slack closes the modal, when it is not one of this bot.
 */
export function submitCheck(body: unknown, assistant: SlackAssistant): Submitted | undefined {
  const sent = readCheck(body);
  if (sent === undefined) return undefined;
  const show = (reply: Reply): Submitted => ({
    response_action: 'update',
    view: modalView(reply, assistant.say),
  });
  try {
    const { check, outcome, reply } = assistant.selfCheck(sent);
    if (outcome.kind === 'done' || fillable(check) === undefined) return show(reply);
    const errors = missingAnswers({ check, outcome }, assistant.say);
    // Slack shows no error for a question that is not in the modal: the questions have changed since.
    const shown = Object.keys(at(body, 'view', 'state', 'values') ?? {});
    const isSame = Object.keys(errors).every((id) => shown.includes(id));
    return isSame && Object.keys(errors).length > 0 ? { response_action: 'errors', errors } : show(reply);
  } catch (error) {
    return show(assistant.sorry(error, sent.language));
  }
}
