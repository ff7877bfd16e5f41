import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

const accepted = z.array(z.string());
const subject = z.object({ woord: z.string(), bij: accepted });
const question = z.object({
  vraag: z.string(),
  /** Ids of the entries that a fair reader accepts, the best first. */
  bij: accepted,
  /** Ids for one name only, in place of `bij`. */
  behalve: z.record(z.string(), accepted).optional(),
});

/** The lists of `test/questions/invariantie.yaml`: the same subject, asked in other ways. */
const lists = z.object({
  onderwerpen: z.array(subject),
  subjects: z.array(subject),
  /** Ways to ask about `{x}`. */
  kaders: z.array(z.string()),
  frames: z.array(z.string()),
  zonder_onderwerp: z.array(z.string()),
  vervolgvragen: z.record(z.string(), z.array(z.string())),
  english_followups: z.record(z.string(), z.array(z.string())),
  /** What people put around a question `{v}`; the word HOOFDLETTERS stands for a message in capitals. */
  omlijstingen: z.array(z.string()),
  /** Ways to ask `{a}` and `{b}` in one message. */
  verbindingen: z.array(z.string()),
  platforms: z.array(z.string()),
  platformvragen: z.array(question),
  rollen: z.array(z.string()),
  rolvragen: z.array(question),
  /** Plain questions about different subjects. */
  paren: z.array(question),
  tikfouten: z.array(question),
  /** Questions with a twist that the source does not cover, and as short ones without. */
  wendingen: z.array(question),
  echte: z.array(question),
});
export type InvarianceLists = z.infer<typeof lists>;

/** Reads the lists. @throws {z.ZodError} when a list is missing or has another shape */
export function readInvarianceLists(file: string): InvarianceLists {
  return lists.parse(parse(readFileSync(file, 'utf8')));
}
