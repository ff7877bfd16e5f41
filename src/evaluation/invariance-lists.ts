import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  /** Another file of this folder with the subjects and the plain questions of these phrasings. */
  onderwerpen_uit: z.string().optional(),
  onderwerpen: z.array(subject).default([]),
  subjects: z.array(subject).default([]),
  /** Ways to ask about `{x}`. */
  kaders: z.array(z.string()).default([]),
  frames: z.array(z.string()).default([]),
  zonder_onderwerp: z.array(z.string()).default([]),
  vervolgvragen: z.record(z.string(), z.array(z.string())),
  english_followups: z.record(z.string(), z.array(z.string())),
  /** What people put around a question `{v}`; the word HOOFDLETTERS stands for a message in capitals. */
  omlijstingen: z.array(z.string()).default([]),
  /** Ways to ask `{a}` and `{b}` in one message. */
  verbindingen: z.array(z.string()).default([]),
  platforms: z.array(z.string()).default([]),
  platformvragen: z.array(question).default([]),
  rollen: z.array(z.string()).default([]),
  rolvragen: z.array(question).default([]),
  /** Plain questions about different subjects. */
  paren: z.array(question).default([]),
  tikfouten: z.array(question).default([]),
  /** Questions with a twist that the source does not cover, and as short ones without. */
  wendingen: z.array(question).default([]),
  echte: z.array(question).default([]),
});
export type InvarianceLists = z.infer<typeof lists>;

/** Reads the lists. @throws {z.ZodError} when one has another shape */
export function readInvarianceLists(file: string): InvarianceLists {
  const own = lists.parse(parse(readFileSync(file, 'utf8')));
  if (own.onderwerpen_uit === undefined) return own;
  const { onderwerpen, subjects, paren } = readInvarianceLists(join(dirname(file), own.onderwerpen_uit));
  return { ...own, onderwerpen, subjects, paren };
}
