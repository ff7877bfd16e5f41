import { ConfigError, readConfig } from '../../src/settings/read.ts';
import type { Environment } from '../../src/settings/read.ts';

/** Returns what is wrong with settings; throws when nothing is. */
export function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('these settings were accepted');
}
