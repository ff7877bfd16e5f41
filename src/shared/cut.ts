/**
 * Cuts a text to at most `maxLength` UTF-16 units, the last one an ellipsis; never between the two halves of a surrogate
 * pair. Returns a text that fits as it is.
 */
export function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const kept = text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
}
