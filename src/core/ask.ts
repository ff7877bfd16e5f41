import { createCommands, questionsOf } from './question/commands.ts';
import type { Command } from './question/commands.ts';
import { composeEntry, say, wordingOf } from './reply/compose.ts';
import type { Owned, Voice } from './reply/compose.ts';
import {
  composeAbout,
  composeChoices,
  composeEmpty,
  composeExplanation,
  composeHelp,
  composeSorry,
  composeSource,
  composeTopic,
  composeTopics,
  composeUnknown,
  composeVanished,
} from './reply/compose-commands.ts';
import { decide } from './reply/decide.ts';
import type { Candidate, Decision } from './reply/decide.ts';
import { leans } from './question/follow-up.ts';
import type { Entry, Guidance, Knowledge } from './model.ts';
import type { TextKey } from './texts.ts';
import { isOutside, judge } from './match/calibration.ts';
import { createMatcher } from './match/matcher.ts';
import type { Analysis } from './match/matcher.ts';
import type { ModelCache } from './match/model-file.ts';
import { withMemo } from './reply-cache.ts';
import { looksLikeCode, read } from './question/normalize.ts';
import type { Message } from './question/normalize.ts';
import type { Ask, Language, Match, Question, Reply } from './types.ts';

/** A reply with the reasons for it; for `--why`, evaluation and calibration. */
export interface Explained {
  readonly reply: Reply;
  /** The kind of decision, or `command` when no matching was needed. */
  readonly decision: Decision['kind'] | 'command';
  /** Best first; empty for a command. */
  readonly matches: readonly Match[];
  readonly analysis?: Analysis;
}

export interface Asker {
  readonly ask: Ask;
  readonly explain: (question: Question) => Explained;
  /** What the numbers in an `Analysis` point at. */
  readonly entries: readonly Entry[];
  /** One of the bot's own sentences, in the given language or else the main guidance's own. */
  readonly say: (key: TextKey, values?: Readonly<Record<string, string>>, language?: Language) => string;
  /** An apology for a fault; the reference leads an operator to the cause in the log. */
  readonly sorry: (reference: string, language?: Language) => Reply;
}

/**
 * Prepares the knowledge for questions: some seconds, or one with a cache that has seen it before. What it returns is
 * pure and never throws.
 */
export function createAsker(knowledge: Knowledge, cache?: ModelCache): Asker {
  const { guidances } = knowledge;
  const [main] = guidances;
  if (main === undefined) throw new TypeError('knowledge without a guidance');
  const matcher = createMatcher(guidances, cache);
  const owned: Owned[] = guidances.flatMap((guidance) =>
    guidance.entries.map((entry) => ({ entry, guidance })),
  );
  const byId = new Map(owned.map((item) => [item.entry.id, item]));
  const lookUp = (id: string) => byId.get(id);
  const listed = [...owned].sort(
    (a, b) => Number(a.entry.kind === 'silent') - Number(b.entry.kind === 'silent'),
  );
  const checklist = owned.find(({ entry }) => entry.kind === 'checklist');
  const commandOf = createCommands(matcher.words, matcher.languages, questionsOf(matcher.entries));

  const explain = (question: Question): Explained => {
    const { text, previous } = question;
    const message = read(text);
    const { tokens } = message;
    const command = commandOf(message, previous?.language);
    if (command !== undefined) return byCommand(replyTo(command, question, main));
    const voice: Voice = { guidance: main, language: matcher.lexicon.languageOf(tokens) };
    if (tokens.length === 0) return byCommand(composeEmpty(voice, checklist !== undefined));
    const again = previous?.missed ?? false;
    if (looksLikeCode(text)) {
      return { reply: composeUnknown(voice, listed, again), decision: 'unknown', matches: [] };
    }
    const analysis = analyse(message, previous);
    const matches = judge(analysis, matcher.entries).map(({ score, confidence }): Match => ({
      entry: matcher.entries[score.entry]?.id ?? '',
      confidence,
      // Looked up when somebody wants them: of most matches nobody does.
      get words() {
        return matcher.wordsFor(analysis.features.words, score.entry);
      },
    }));
    const candidates = matches.flatMap((match): Candidate[] => {
      const entry = lookUp(match.entry)?.entry;
      return entry === undefined ? [] : [{ entry, match }];
    });
    const decision = decide(candidates, {
      isOutside: isOutside(analysis),
      isOneWord: analysis.contentWords === 1,
    });
    return {
      reply: compose(decision, voice, again),
      decision: decision.kind,
      matches,
      analysis,
    };
  };

  const speak = (language: Language = main.language): Voice => ({ guidance: main, language });
  return {
    explain,
    ask: withMemo((question) => explain(question).reply),
    entries: matcher.entries,
    say: (key, values, language) => say(speak(language), key, values),
    sorry: (reference, language) => composeSorry(speak(language), reference),
  };

  /** Measures the question, in the light of the reply before when it leans on that. */
  function analyse(message: Message, previous: Question['previous']): Analysis {
    const alone = matcher.analyse(message);
    const last = previous?.entry === undefined ? undefined : lookUp(previous.entry);
    const offered = (previous?.offered ?? []).flatMap((id) => lookUp(id) ?? []);
    const about = offered.length > 0 ? offered : last === undefined ? [] : [last];
    if (about.length === 0) return alone;
    if (!leans(message.tokens, alone, matcher.lexicon)) return alone;
    const near = about.flatMap(({ entry }) => [
      entry,
      ...entry.related.flatMap((id) => lookUp(id)?.entry ?? []),
    ]);
    return matcher.analyse(message, {
      // What was only offered has no words of its own that were meant.
      text: offered.length > 0 || last === undefined ? '' : wordingOf(last, alone.features.language).question,
      near: new Set(near.map((entry) => matcher.entries.indexOf(entry))),
    });
  }

  function compose(decision: Decision, voice: Voice, again: boolean): Reply {
    switch (decision.kind) {
      case 'unknown':
        return composeUnknown(voice, listed, again);
      case 'choices': {
        const options = decision.matches.flatMap(({ entry }) => lookUp(entry) ?? []);
        return composeChoices(voice, options);
      }
      case 'answer':
      case 'silent':
      case 'social':
      case 'checklist': {
        const found = lookUp(decision.match.entry);
        if (found === undefined) return composeVanished(voice, listed);
        return composeEntry(found, voice.language, decision.match.words, lookUp);
      }
    }
  }

  function replyTo(command: Command, { previous }: Question, guidance: Guidance): Reply {
    // A button carries no language; the person still reads the one of the reply that it stands in.
    const language = 'language' in command ? command.language : (previous?.language ?? guidance.language);
    const voice: Voice = { guidance, language };
    const last = previous?.entry === undefined ? undefined : lookUp(previous.entry);
    switch (command.kind) {
      case 'checklist':
        return checklist === undefined
          ? {
              ...composeHelp(voice, false),
              blocks: [{ kind: 'paragraph', text: say(voice, 'geen_zelfcheck') }],
            }
          : composeEntry(checklist, language, [], lookUp);
      case 'topics':
        return composeTopics(voice, listed);
      case 'help':
        return composeHelp(voice, checklist !== undefined);
      case 'about':
        return composeAbout(voice, guidances, knowledge.hash);
      case 'explain':
        return composeExplanation(voice, last, previous);
      case 'source':
        return composeSource(voice, last);
      case 'topic':
        return composeTopic(voice, command.topic, command.page, listed);
      case 'entry': {
        const found = lookUp(command.entry);
        return found === undefined
          ? composeVanished(voice, listed)
          : composeEntry(found, language, [], lookUp);
      }
    }
  }
}

function byCommand(reply: Reply): Explained {
  return { reply, decision: 'command', matches: [] };
}
