import names from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };

/** Names in a row. */
const CODES = /(?::[\p{Ll}\p{Lo}\p{N}_+'-]+:)+/gu;
const CODE = /:([^:]+):(?::skin-tone-([2-6]):)?/gu;
/** Next to a name, these tell that it may be something else: a time, a path, `a:b:c`. */
const WORD = /[\p{L}\p{N}:/]/u;
const DIGITS = /^\p{N}+$/u;

const emojiByName: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([code, known]) =>
    [known].flat().map((name): [string, string] => [name, fromCode(code)]),
  ),
);

/**
 * Replaces the names under which Slack sends emoji (`:wave::skin-tone-3:`) by the emoji. Those that a workspace made itself
 * are no characters and are dropped.
 */
export function decodeEmoji(text: string): string {
  return text.replace(CODES, (codes: string, at: number) => {
    const around = [text.charAt(at - 1), text.charAt(at + codes.length)].filter((next) => WORD.test(next));
    if (around.length === 2) return codes;
    return codes.replace(CODE, (code, name: string, tone?: string) => {
      const emoji = emojiByName.get(name);
      if (around.length === 1 && isAmbiguous(name, emoji)) return code;
      if (emoji === undefined) return DIGITS.test(name) ? code : ' ';
      return tone === undefined ? emoji : withTone(emoji, Number(tone));
    });
  });
}

/** Whether a name against a word can be a part of that: `100`, `x`, a word that is no emoji. */
function isAmbiguous(name: string, emoji: string | undefined): boolean {
  return emoji === undefined ? !/[_-]/.test(name) : name.length === 1 || DIGITS.test(name);
}

function fromCode(code: string): string {
  return String.fromCodePoint(...code.split('-').map((part) => Number.parseInt(part, 16)));
}

/** Slack numbers the five skin tones from 2; the modifier follows the first character of the emoji. */
function withTone(emoji: string, tone: number): string {
  const [first = '', ...rest] = Array.from(emoji);
  return [first, String.fromCodePoint(0x1f3fb + tone - 2), ...rest.filter((part) => part !== '\uFE0F')].join(
    '',
  );
}
