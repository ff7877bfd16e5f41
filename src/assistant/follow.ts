import { guidanceIn, nextPageIn, offeredIn } from '../core/index.ts';
import type { Previous, Reply } from '../core/index.ts';

/** Returns what to remember after a reply. The last entry and its words stay when the reply is about none. */
export function follow(previous: Previous | undefined, reply: Reply): Previous {
  const answered = reply.kind === 'social' ? undefined : reply.entry;
  const entry = answered ?? previous?.entry;
  const isSame = answered === undefined || answered === previous?.entry;
  const kept = isSame ? previous?.words : undefined;
  const words = answered === undefined ? kept : (reply.words ?? kept);
  const hasQuote = reply.kind !== 'silent' || reply.blocks.some(({ kind }) => kind === 'quote');
  const before = hasQuote ? undefined : (previous?.quoted ?? previous?.entry);
  const quoted = isSame ? previous?.quoted : before;
  const more = reply.kind === 'topics' ? nextPageIn(reply) : undefined;
  const offered = reply.kind === 'choices' ? offeredIn(reply) : [];
  return {
    ...(entry !== undefined && { entry }),
    ...(words !== undefined && { words }),
    ...(quoted !== undefined && { quoted }),
    ...(more !== undefined && { more }),
    ...(offered.length > 0 && { offered }),
    missed: reply.kind === 'unknown',
    language: reply.language,
  };
}

/** Returns what a version before 2026-12 remembered, whose ids do not tell the guidance, with those that `idOf` finds. */
export function withFullIds(previous: Previous, idOf: (id: string) => string | undefined): Previous {
  const { entry, quoted, offered } = previous;
  const full = (id: string) => (guidanceIn(id) === '' ? (idOf(id) ?? id) : id);
  return {
    ...previous,
    ...(entry !== undefined && { entry: full(entry) }),
    ...(quoted !== undefined && { quoted: full(quoted) }),
    ...(offered !== undefined && { offered: offered.map(full) }),
  };
}
