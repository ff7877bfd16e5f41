import { MIN_CONFIDENCE, offeredIn } from '../core/index.ts';
import type { Asker, EntryKind, Explained } from '../core/index.ts';

/** An entry that a question could be about. */
export interface Candidate {
  readonly entry: string;
  /** As its editor wrote it. */
  readonly question: string;
  readonly kind: EntryKind;
  /** 0..1 */
  readonly confidence: number;
  /** Confidence from which the bot answers with it, 0..1. */
  readonly threshold: number;
  /** Words of the knowledge that it was found on, rarest first. */
  readonly words: readonly string[];
  /** The known question of the entry that is most like the asked one, with their cosine similarity (0..1). */
  readonly nearest?: { readonly text: string; readonly similarity: number };
}

/**
 * What decided: a command or button, an editor's own words, being on the subject without an answer, or about something else than the guidances, several questions at
 * once, one entry that is sure enough, several that are (`rivals`), none that is but some worth offering (`offered`), or none.
 */
export type Ruling =
  | 'command'
  | 'written'
  | 'unanswered'
  | 'out-of-scope'
  | 'several'
  | 'sure'
  | 'rivals'
  | 'offered'
  | 'unsure';

/** Why a question got its reply, as data. */
export interface Reasons {
  readonly ruling: Ruling;
  /** The likeliest entries, highest confidence first; none when nothing was matched. */
  readonly candidates: readonly Candidate[];
  /** The share (0..1) of the content words, weighted by IDF, that the bot knows, and their number; absent when nothing was matched. */
  readonly known?: { readonly share: number; readonly words: number };
}

const MAX_CANDIDATES = 5;

/** Returns why a question got its reply. */
export function reasonsOf(asker: Pick<Asker, 'entries' | 'nearest'>, explained: Explained): Reasons {
  const { matches, analysis } = explained;
  const entries = new Map(asker.entries.map((entry) => [entry.id, entry]));
  const candidates = matches
    .slice(0, MAX_CANDIDATES)
    .flatMap(({ entry: id, confidence, words }): Candidate[] => {
      const entry = entries.get(id);
      if (entry === undefined) return [];
      const nearest = analysis && asker.nearest(analysis, id);
      const { nl, en } = entry.wording;
      return [
        {
          entry: id,
          question: (nl ?? en)?.question ?? '',
          kind: entry.kind,
          confidence,
          threshold: MIN_CONFIDENCE[entry.kind],
          words: words(),
          ...(nearest !== undefined && { nearest }),
        },
      ];
    });
  return {
    ruling: rulingOf(explained, candidates[0]),
    candidates,
    ...(analysis !== undefined && { known: { share: analysis.coverage, words: analysis.words.length } }),
  };
}

function rulingOf({ decision, basis, reply, alsoAsked }: Explained, first: Candidate | undefined): Ruling {
  if (decision === 'command' || decision === 'phrase') return 'command';
  if (alsoAsked !== undefined) return 'several';
  if (basis !== undefined && basis !== 'confidence') return basis;
  if (decision === 'unknown' || first === undefined) return 'unsure';
  if (decision !== 'choices' || offeredIn(reply).length === 0) return 'sure';
  return first.confidence >= first.threshold ? 'rivals' : 'offered';
}
