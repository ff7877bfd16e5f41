/**
 * Sentence templates as editors write them in `basis/zinsvormen.yaml`: `[a|b]` is optional, `(a|b)` is either,
 * `<name>` is another template, `{x}` is any words. They match tokens joined by spaces.
 */

/** Names of templates that others refer to as `<name>`. */
export type TemplateRules = Readonly<Record<string, string>>;

const WORD = /[\p{L}\p{N}]+/uy;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/** A template that cannot be compiled: what is wrong with it, in a few Dutch words for its editor. */
export class TemplateError extends Error {}

/**
 * Compiles a template to a regular expression source over words that each end with a space.
 * @throws {TemplateError} when a bracket is not closed, a rule does not exist or refers to itself, or a character is unexpected
 */
export function compileTemplate(template: string, rules: TemplateRules): string {
  return compile(template, []);

  function compile(text: string, parents: readonly string[]): string {
    let at = 0;
    const source = alternatives(undefined);
    return source;

    function alternatives(end: string | undefined): string {
      const options = [''];
      while (at < text.length && text[at] !== end) {
        if (text[at] === '|') {
          at += 1;
          options.push('');
        } else options.push((options.pop() ?? '') + part());
      }
      if (end !== undefined && text[at] !== end) throw new TemplateError(`“${end}” ontbreekt`);
      return options.join('|');
    }

    function part(): string {
      const character = text[at] ?? '';
      const end = CLOSING[character];
      if (end !== undefined) {
        at += 1;
        const inner = alternatives(end);
        at += 1;
        return character === '[' ? `(?:${inner})?` : `(?:${inner})`;
      }
      if (character === ' ') {
        at += 1;
        return '';
      }
      if (text.startsWith('{x}', at)) {
        at += 3;
        return '(?<x>.+?)';
      }
      if (character === '<') return rule();
      WORD.lastIndex = at;
      const [word] = WORD.exec(text) ?? [];
      if (word === undefined) throw new TemplateError(`“${character}” past hier niet`);
      at += word.length;
      return `${word} `;
    }

    function rule(): string {
      const name = /^<([\p{L}\p{N}]+)>/u.exec(text.slice(at))?.[1];
      if (name === undefined) throw new TemplateError('“>” ontbreekt');
      const own = Object.hasOwn(rules, name) ? rules[name] : undefined;
      if (own === undefined || parents.includes(name))
        throw new TemplateError(`er is geen onderdeel <${name}>`);
      at += name.length + 2;
      return `(?:${compile(own, [...parents, name])})`;
    }
  }
}
