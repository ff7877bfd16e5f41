/**
 * How the bundle is started: a small nursery saves some 30 of 165 MB. `--optimize-for-size` lost: 4 MB less, for 0.3 s
 * more processor time at a start. V8 uses what it compiled before only under the same flags.
 */
export const FLAGS = ['--max-semi-space-size=2'] as const;
/** One arena of the C library instead of one for each thread: 5 to 8 MB. */
export const MEMORY = { MALLOC_ARENA_MAX: '1' } as const;
