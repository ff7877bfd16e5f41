import { describe, expect, it } from '@jest/globals';
import { SETTINGS } from '../../src/settings/table.ts';
import { useFolder } from './files.ts';
import { problemsOf } from './problems.ts';

describe('settings', () => {
  const { file } = useFolder();

  /** What a shell, an editor or a vault leaves where there was nothing to write. */
  const EMPTY = ['', ' ', '\n', '\r\n', '\t  \n\n', '\u00a0', '\ufeff'];
  const EMPTY_ADVICE = 'is set but empty: give it a value, or do not set it.';
  const SECRETS = Object.entries(SETTINGS).flatMap(([name, setting]) => ('secret' in setting ? [name] : []));

  it.each(Object.keys(SETTINGS))('that are empty are refused, never taken for absent: %s', (name) => {
    for (const empty of EMPTY) expect(problemsOf({ [name]: empty })).toEqual([`${name} ${EMPTY_ADVICE}`]);
  });

  it.each(SECRETS)('whose file is named by nothing are refused: %s_FILE', (name) => {
    for (const empty of EMPTY)
      expect(problemsOf({ [`${name}_FILE`]: empty })).toEqual([`${name}_FILE ${EMPTY_ADVICE}`]);
  });

  it.each(SECRETS)('whose file is empty are refused: %s_FILE', (name) => {
    for (const empty of EMPTY)
      expect(problemsOf({ [`${name}_FILE`]: file('leeg', empty) })).toEqual([
        `${name}_FILE points at a file that is empty: put the value in it, or do not set ${name}_FILE.`,
      ]);
  });

  it('that are empty are told with all else that is wrong, and never hide behind the other way to set them', () => {
    const path = file('vol', 'xoxb-vol');
    expect(
      problemsOf({
        PORT: '70000',
        SLACK_BOT_TOKEN: '',
        SLACK_BOT_TOKEN_FILE: path,
        SLACK_SIGNING_SECRET: 's',
        SLACK_SIGNING_SECRET_FILE: ' ',
        DATABASE_URL: ' ',
        DATABASE_URL_FILE: '',
      }),
    ).toEqual([
      'PORT must be a number from 0 to 65535.',
      `DATABASE_URL ${EMPTY_ADVICE}`,
      `DATABASE_URL_FILE ${EMPTY_ADVICE}`,
      `SLACK_BOT_TOKEN ${EMPTY_ADVICE}`,
      `SLACK_SIGNING_SECRET_FILE ${EMPTY_ADVICE}`,
    ]);
  });
});
