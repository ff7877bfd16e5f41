/**
 * Flags of Node with which the bundle is started; measured in bench/README.md, under Start and memory. The nursery of
 * 2 MB saves 9 to 13 % of the idle memory and a quarter under load. The growth limit of the heap saves a third of the
 * memory under load, and costs 0.1 s of CPU time at the start.
 */
export const FLAGS = ['--max-semi-space-size=2', '--heap-growing-percent=50'] as const;
/** For the C library: one arena for all threads saves 5 % of the idle memory and a quarter under load. */
export const MEMORY = { MALLOC_ARENA_MAX: '1' } as const;
