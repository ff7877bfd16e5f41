/**
 * Flags of Node with which the bundle is started. The nursery of 2 MB saves 9 % of the idle memory and 17 % under load
 * (bench/README.md, Start and memory).
 */
export const NODE_FLAGS = ['--max-semi-space-size=2'] as const;
