import { readFileSync } from 'node:fs';
import type { StoreLocation } from '../store/index.ts';
import type { Level } from '../shared/log.ts';
import { StartError } from '../shared/start-error.ts';
import { slackOf, teamsOf, usualDrain } from './channels.ts';
import type { Values } from './channels.ts';
import { readPicture } from './picture.ts';
import type { Picture } from './picture.ts';
import { SETTINGS } from './table.ts';
import type { SettingName } from './table.ts';
import type { Setting } from './values.ts';

/** The settings cannot be used. Holds every problem, as advice for the operator; never a value. */
export class ConfigError extends StartError {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The settings are not right:', ...problems.map((problem) => `- ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/** The validated settings; a channel that is off is absent. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly web: boolean;
  /** Where people reach the web page, without a slash at the end. */
  readonly publicUrl?: string;
  /** Name of the organisation, on the web page. */
  readonly webName?: string;
  /** Its logo. */
  readonly webLogo?: Picture;
  readonly knowledge: string;
  readonly modelCache?: string;
  readonly logLevel: Level;
  /** Absent when state is kept in the process only. */
  readonly storeLocation?: StoreLocation;
  /** Whether questions without a good answer are stored, masked. */
  readonly missedQuestions: boolean;
  /** In lower case, without ports; when absent every host name is served. */
  readonly allowedHosts?: readonly string[];
  /** Proxies in front of the bot that add to `X-Forwarded-For`. */
  readonly trustedProxies: number;
  /** Messages of one person per minute; 0 is no limit. */
  readonly rateLimit: number;
  /** Port for `/metrics`. */
  readonly metricsPort?: number;
  /** Milliseconds between `/readyz` answering 503 and the port closing. */
  readonly drain: number;
  /** For `security.txt`. */
  readonly securityContact?: string;
  readonly slack?: NonNullable<ReturnType<typeof slackOf>>;
  readonly teams?: NonNullable<ReturnType<typeof teamsOf>>;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the validated settings. @throws {ConfigError} with all problems at once */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const wrong = new Set<string>();
  const values: Values = Object.fromEntries(
    (Object.entries(SETTINGS) as [SettingName, Setting][]).flatMap(([name, setting]) => {
      const report = (problem: string) => {
        wrong.add(name);
        problems.push(problem);
      };
      const written = read(name, setting, env, report) ?? setting.fallback;
      if (written === undefined) return [];
      const { success, data } = setting.value.safeParse(written);
      if (!success) report(`${name} must be ${setting.shape}.`);
      return success ? [[name, data]] : [];
    }),
  );
  const need = (names: readonly SettingName[], advice: string) => {
    // A setting with a wrong value is not missing.
    const isSet = names.some((name) => values[name] !== undefined || wrong.has(name));
    if (!isSet) problems.push(advice);
  };
  const slack = slackOf(values, need);
  const teams = teamsOf(values, need, problems);
  const storeLocation = storeLocationOf(values);
  const webLogo = values.WEB_LOGO === undefined ? undefined : readPicture(values.WEB_LOGO, problems);
  if (values.MISSED_QUESTIONS === true) {
    need(['DATA_DIR', 'DATABASE_URL'], 'DATA_DIR or DATABASE_URL is needed for MISSED_QUESTIONS=on.');
  }
  if (values.METRICS_PORT !== undefined && values.METRICS_PORT !== 0 && values.METRICS_PORT === values.PORT)
    problems.push('METRICS_PORT must be another port than PORT.');
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    port: values.PORT ?? 0,
    host: values.HOST ?? '',
    web: values.WEB ?? true,
    ...(values.PUBLIC_URL !== undefined && { publicUrl: values.PUBLIC_URL }),
    ...(values.WEB_NAME !== undefined && { webName: values.WEB_NAME }),
    ...(webLogo !== undefined && { webLogo }),
    knowledge: values.KNOWLEDGE_DIR ?? '',
    logLevel: values.LOG_LEVEL ?? 'info',
    missedQuestions: values.MISSED_QUESTIONS ?? false,
    ...(storeLocation !== undefined && { storeLocation }),
    trustedProxies: values.TRUSTED_PROXIES ?? 0,
    rateLimit: values.RATE_LIMIT ?? 0,
    drain: (values.DRAIN_SECONDS ?? usualDrain(values)) * 1_000,
    ...(values.ALLOWED_HOSTS !== undefined && { allowedHosts: values.ALLOWED_HOSTS }),
    ...(values.METRICS_PORT !== undefined && { metricsPort: values.METRICS_PORT }),
    ...(values.SECURITY_CONTACT !== undefined && { securityContact: values.SECURITY_CONTACT }),
    ...(values.MODEL_CACHE_DIR !== undefined && { modelCache: values.MODEL_CACHE_DIR }),
    ...(slack !== undefined && { slack }),
    ...(teams !== undefined && { teams }),
  };
}

/** Returns whether a variable is set to white space only. */
export function isEmpty(written: string | undefined): boolean {
  return written?.trim() === '';
}

/**
 * The value of a setting, from a variable or a file; `undefined` when it is not set or after reporting a problem. An empty
 * value is a problem: a failed vault or a mistyped name leaves one, and the bot would run without its database or a
 * channel.
 */
function read(
  name: string,
  { secret }: Setting,
  env: Environment,
  report: (problem: string) => void,
): string | undefined {
  const inFile = `${name}_FILE`;
  const set = [name, ...(secret === true ? [inFile] : [])].filter((key) => env[key] !== undefined);
  const empty = set.filter((key) => isEmpty(env[key]));
  for (const key of empty) report(`${key} is set but empty: give it a value, or do not set it.`);
  if (empty.length > 0) return undefined;
  if (set.length > 1) {
    report(`${name} and ${inFile} are both set; set one of them.`);
    return undefined;
  }
  return set.includes(inFile) ? readSecret(inFile, env[inFile] ?? '', report) : env[name]?.trim();
}

function readSecret(name: string, path: string, report: (problem: string) => void): string | undefined {
  try {
    const written = readFileSync(path, 'utf8').trim();
    if (written !== '') return written;
    report(`${name} points at a file that is empty: put the value in it, or do not set ${name}.`);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    report(`${name} points at a file that cannot be read (${code}).`);
  }
  return undefined;
}

function storeLocationOf({ DATA_DIR, DATABASE_URL }: Values): StoreLocation | undefined {
  if (DATABASE_URL !== undefined) return { kind: 'postgres', url: DATABASE_URL };
  return DATA_DIR === undefined ? undefined : { kind: 'sqlite', directory: DATA_DIR };
}
