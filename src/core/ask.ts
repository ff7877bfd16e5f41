import { unmatched } from './asker.ts';
import type { Asker, Explained } from './asker.ts';
import { findEntry } from './entry-id.ts';
import { createMatcher } from './match/matcher.ts';
import type { ModelCache } from './match/model-file.ts';
import type { PhraseKind } from './match/training-set.ts';
import type { Knowledge } from './model.ts';
import { buttonTexts } from './question/button-texts.ts';
import { createCommandParser, editorQuestions } from './question/commands.ts';
import type { Command } from './question/commands.ts';
import { isDraft } from './question/draft.ts';
import { stripMail } from './question/mail.ts';
import { looksLikeCode, parseText, shorten } from './question/normalize.ts';
import type { ParsedText } from './question/normalize.ts';
import { createPhrasingMatcher } from './question/phrasings.ts';
import { createFit } from './question/yes-no.ts';
import type { Asked } from './question/yes-no.ts';
import { withReplyCache } from './reply-cache.ts';
import {
  composeAbout,
  composeChecklists,
  composeChoices,
  composeEmpty,
  composeHelp,
  composeSorry,
  composeUnknown,
} from './reply/compose-commands.ts';
import type { Miss } from './reply/compose-commands.ts';
import {
  composeExplanation,
  composeFollowUp,
  composeSource,
  withAlsoAsked,
} from './reply/compose-conversation.ts';
import { composeEntry, guidanceEntries } from './reply/compose.ts';
import { isSure } from './reply/decide.ts';
import type { Decision } from './reply/decide.ts';
import { createContexts } from './reply/general.ts';
import { createLikely } from './reply/likely.ts';
import { composeSourceText } from './reply/source-text.ts';
import { sayAny } from './reply/say.ts';
import type { ReplyContext } from './reply/say.ts';
import { composeTopic, composeTopics, composeVanished, inOrderOfLists } from './reply/topics.ts';
import { composeWaysOn } from './reply/ways-on.ts';
import { createSuggest } from './suggest/suggest.ts';
import { createUnderstanding } from './understand.ts';
import type { Match, Question, Reply } from './types.ts';

/**
 * Creates the bot's core from its knowledge. Fitting the model takes some seconds, loading it from the cache a fraction
 * of one. Throws a `TypeError` when there is no guidance; what it returns is pure and never throws.
 */
export function createAsker(knowledge: Knowledge, cache?: ModelCache): Asker {
  const { guidances } = knowledge;
  const [main] = guidances;
  if (main === undefined) throw new TypeError('knowledge without a guidance');
  const phrasings = createPhrasingMatcher(Object.values(knowledge.phrasings ?? {}));
  const matcher = createMatcher(guidances, cache, knowledge.phrasings);
  const parseCommand = createCommandParser(
    matcher.words,
    matcher.languages,
    editorQuestions(matcher.entries),
    buttonTexts(knowledge, matcher.languages),
  );
  const all = guidanceEntries(guidances);
  const byId = new Map(all.map((item) => [item.entry.id, item]));
  const lookUp = (id: string) => byId.get(id) ?? byId.get(findEntry(matcher.entries, id)?.id ?? '');
  const { isLiteral, understand, understandEach } = createUnderstanding(matcher, lookUp, phrasings);
  const listed = inOrderOfLists(all);
  const likely = createLikely(all, lookUp);
  const checklists = all.filter(({ entry }) => entry.kind === 'checklist');
  const hasChecklist = checklists.length > 0;
  const contextIn = createContexts(knowledge);
  const found = (matches: readonly Match[]) => matches.flatMap(({ entry }) => lookUp(entry) ?? []);
  const fitTo = createFit(matcher, phrasings);

  return {
    explain,
    ask: withReplyCache((question) => explain(question).reply),
    suggest: createSuggest(all, guidances, matcher.lexicon),
    entries: matcher.entries,
    nearest: matcher.nearest,
    source: (slug, language) => composeSourceText(guidances, slug, language),
    waysOn: (entry, language = main.language) => {
      const target = lookUp(entry);
      return target === undefined ? [] : composeWaysOn(target, language, lookUp);
    },
    language: main.language,
    say: (key, values, language) => sayAny(contextIn(language), key, values),
    sorry: (reference, language) => composeSorry(contextIn(language), reference),
  };

  function explain(question: Question): Explained {
    const { previous } = question;
    const text = stripMail(shorten(question.text, phrasings.opensQuestion), phrasings);
    const parsed = parseText(text, phrasings.opensQuestion);
    const command = parseCommand(parsed, previous?.language, previous?.more);
    if (command !== undefined) return unmatched('command', replyTo(command, previous));
    const context = contextIn(matcher.lexicon.languageOf(parsed.tokens));
    if (parsed.tokens.length === 0) return unmatched('command', composeEmpty(context, hasChecklist));
    const again = previous?.missed ?? false;
    const asked = { fit: fitTo(text), isPosted: phrasings.tellsOfPosting(parsed.tokens) };
    if (looksLikeCode(text))
      return unmatched('unknown', composeUnknown(context, guidances, { likely: likely([]), again }));
    if (!isLiteral(parsed)) {
      if (hasChecklist && isDraft(text, phrasings))
        return unmatched('command', replyTo({ kind: 'checklist', language: context.language }, previous));
      const phrase = phraseIn(parsed);
      if (phrase !== undefined) return unmatched('command', replyToPhrase(phrase, context, previous));
      const matches = understandEach(parsed) ?? [];
      const [first, ...others] = matches;
      if (first !== undefined) {
        const answer = replyWith(first.entry, context, first.words(), { ...asked, isSure: isSure(first) });
        const reply = withAlsoAsked(answer, found(others), context);
        return { reply, decision: 'answer', matches, alsoAsked: others.map(({ entry }) => entry) };
      }
    }
    const { decision, matches, basis, analysis } = understand(parsed, previous);
    if (decision.kind === 'phrase')
      return unmatched('command', replyToPhrase(decision.phrase, context, previous));
    const near = likely(basis === 'out-of-scope' ? [] : matches);
    return {
      reply: compose(decision, context, { likely: near, again, isOnSubject: basis === 'unanswered' }, asked),
      decision: decision.kind,
      basis,
      matches: matches.map(({ match }) => match),
      analysis,
    };
  }

  /** What an editor wrote as a follow-up or a message without a subject; greetings may be around it. */
  function phraseIn({ sentences, tokens }: ParsedText): PhraseKind | undefined {
    const asked = matcher.stripGreetings(sentences).flatMap((sentence) => sentence.tokens);
    const kind = phrasings.followUpKind(asked) ?? phrasings.followUpKind(tokens);
    const isEmpty = phrasings.isSubjectless(asked) || phrasings.isSubjectless(tokens);
    return kind ?? (isEmpty ? 'zonder_onderwerp' : undefined);
  }

  /** The reply to a follow-up about the last answer; help when the message has no subject, or when the last reply was a choice or a miss. */
  function replyToPhrase(phrase: PhraseKind, context: ReplyContext, previous: Question['previous']): Reply {
    const isOpen = previous?.missed === true || previous?.offered !== undefined;
    const last = isOpen || previous?.entry === undefined ? undefined : lookUp(previous.entry);
    // A follow-up is often too short to detect its language.
    const own = previous?.language === undefined ? context : contextIn(previous.language);
    return phrase === 'zonder_onderwerp' || last === undefined
      ? composeHelp(own, hasChecklist)
      : composeFollowUp(own, phrase, last, previous, lookUp);
  }

  function compose(
    decision: Exclude<Decision, { kind: 'phrase' }>,
    context: ReplyContext,
    miss: Miss,
    asked: Asked,
  ): Reply {
    switch (decision.kind) {
      case 'unknown':
        return composeUnknown(context, guidances, miss);
      case 'choices':
        return composeChoices(context, found(decision.matches));
      case 'answer':
      case 'silent':
      case 'social':
      case 'checklist': {
        const { entry, words } = decision.match;
        return replyWith(entry, context, words(), { ...asked, isSure: isSure(decision.match) });
      }
    }
  }

  function replyWith(id: string, context: ReplyContext, words: readonly string[], asked?: Asked): Reply {
    const target = lookUp(id);
    if (target === undefined) return composeVanished(context, listed);
    return composeEntry(target, context.language, words, lookUp, asked);
  }

  function replyTo(command: Command, previous: Question['previous']): Reply {
    // A button is answered in the language of the reply that it is in.
    const context = contextIn('language' in command ? command.language : previous?.language);
    const last = previous?.entry === undefined ? undefined : lookUp(previous.entry);
    switch (command.kind) {
      case 'checklist':
        return composeChecklists(context, checklists, last, lookUp);
      case 'topics':
        return composeTopics(context, listed);
      case 'help':
        return composeHelp(context, hasChecklist);
      case 'about':
        return composeAbout(context, guidances, knowledge.hash);
      case 'explain':
        return composeExplanation(context, last, previous);
      case 'source':
        return composeSource(context, last, lookUp(previous?.quoted ?? ''));
      case 'topic':
        return composeTopic(context, command.topic, command.page, listed);
      case 'entry':
        return replyWith(command.entry, context, []);
    }
  }
}
