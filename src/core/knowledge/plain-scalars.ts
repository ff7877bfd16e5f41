/** The scalars of plain YAML (`plain-yaml.ts`); each function gives nothing for what it is not sure of. */

/** A text in quotes, its lines joined, with nothing behind it. JSON's escapes mean the same in YAML. */
export function quoted(text: string): string | undefined {
  if (text.length < 2) return undefined;
  const inside = text.slice(1, -1);
  if (text.startsWith("'")) {
    return text.endsWith("'") && !/(?<!')(?:'')*'(?!')/.test(inside)
      ? inside.replaceAll("''", "'")
      : undefined;
  }
  if (!text.endsWith('"')) return undefined;
  if (!inside.includes('\\')) return inside.includes('"') ? undefined : inside;
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

const SIGN = /^[-?:,[\]{}#&*!|>'"%@`=<~]/;
const NAME_OR_COMMENT = /:(?: |$)| #/;
/** Words that YAML reads as something else than text. */
export const MEANING = /^(?:null|true|false)$/i;
const LIKE_NUMBER = /^[-+]?(?:\.?\d[\d.]*(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|\.(?:inf|nan))$/i;
const NUMBER = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/** A text without quotes, or what it stands for: a number. */
export function plainScalar(text: string): string | number | undefined {
  if (text === '' || SIGN.test(text) || NAME_OR_COMMENT.test(text)) return undefined;
  if (NUMBER.test(text)) return Number(text);
  return MEANING.test(text) || LIKE_NUMBER.test(text) ? undefined : text;
}
