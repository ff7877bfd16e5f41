import { writeFileSync } from 'node:fs';
import { StartError } from '../shared/start-error.ts';

const MESSAGES = {
  nl: (file: string, code: string) => `${file} kan niet worden geschreven (${code}).`,
  en: (file: string, code: string) => `${file} cannot be written (${code}).`,
} as const;

/** Writes a file that a command was asked for. @throws {StartError} in the language of the command when that fails */
export function writeOutput(file: string, data: string | Uint8Array, language: keyof typeof MESSAGES): void {
  try {
    writeFileSync(file, data);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new StartError(MESSAGES[language](file, code), { cause: error });
  }
}
