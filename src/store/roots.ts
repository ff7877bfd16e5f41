import type { Kysely } from 'kysely';
import { newRoot, periodOf, SECRET_LIFETIME } from './secrets.ts';
import type { Tables } from './tables.ts';

/** In `meta`, before the start of a period: 13 digits until the year 2286, so that names sort by time. */
const PREFIX = 'secret:';

type Root = Tables['meta'];

/**
 * Returns the roots that secrets are derived from, that of this period first; makes it when it is not there. Replicas may do
 * so at once, and a replica whose clock is ahead may have made one already. `now` in milliseconds since 1970.
 */
export async function currentRoots(db: Kysely<Tables>, now: number): Promise<readonly Root[]> {
  const name = nameOf(periodOf(now));
  const known = await storedRoots(db);
  if (known.some((root) => root.name === name)) return inOrder(known, now);
  await db
    .insertInto('meta')
    .values({ name, value: newRoot() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return inOrder(await storedRoots(db), now);
}

/** Deletes the roots of which no secret is in use. */
export async function deleteOldRoots(db: Kysely<Tables>, now: number): Promise<void> {
  const old = (await storedRoots(db)).map(({ name }) => name).filter((name) => name < oldestName(now));
  if (old.length > 0) await db.deleteFrom('meta').where('name', 'in', old).execute();
}

function storedRoots(db: Kysely<Tables>): Promise<Root[]> {
  return db.selectFrom('meta').selectAll().where('name', 'like', `${PREFIX}%`).execute();
}

function inOrder(roots: readonly Root[], now: number): readonly Root[] {
  const current = nameOf(periodOf(now));
  const [own, others] = [
    roots.filter(({ name }) => name === current),
    roots.filter(({ name }) => name !== current && name >= oldestName(now)),
  ];
  return [...own, ...others];
}

function nameOf(start: number): string {
  return `${PREFIX}${start}`;
}

function oldestName(now: number): string {
  return nameOf(periodOf(now) - SECRET_LIFETIME);
}
