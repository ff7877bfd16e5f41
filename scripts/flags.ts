/**
 * How the bundle is started: a small nursery saves some 30 of 165 MB. `--optimize-for-size` lost: 4 MB less, for 0.3 s
 * more processor time at a start. V8 uses what it compiled before only under the same flags.
 */
export const FLAGS = ['--max-semi-space-size=2'] as const;
/**
 * For the C library: one arena instead of one for each thread saves 5 to 8 MB; giving larger pieces back at once, which
 * it else keeps in holes, 60 of 260 MB under load (`bench/soak.ts`).
 */
export const MEMORY = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '65536' } as const;
