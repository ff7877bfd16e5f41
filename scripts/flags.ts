/**
 * How the bundle is started. A small nursery saves some 30 of 165 MB. Under load V8 else lets what it has not collected
 * grow to three times what is in use: 173 MB, now 77, at no cost that shows in ten minutes (`bench/soak.ts`).
 * `--optimize-for-size` lost: 4 MB less, for 0.3 s more at a start. V8 uses what it compiled before only under the same
 * flags.
 */
export const FLAGS = ['--max-semi-space-size=2', '--heap-growing-percent=50'] as const;
/**
 * For the C library: one arena instead of one for each thread saves 5 to 8 MB; giving larger pieces back at once, which
 * it else keeps in holes, 60 of 260 MB under load (`bench/soak.ts`).
 */
export const MEMORY = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '65536' } as const;
