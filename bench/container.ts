import { NODE_FLAGS } from '../scripts/node-flags.ts';

/**
 * Arguments of Node for a bundle as it runs in its container: under the memory limit of `deploy/` (640 MB) V8 chooses
 * this heap size by itself, and lets the heap grow in smaller steps than on a machine with more memory.
 */
export const CONTAINER_ARGS = [...NODE_FLAGS, '--max-old-space-size=320'] as const;
