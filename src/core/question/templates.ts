/**
 * Sentence templates as editors write them in `basis/zinsvormen.yaml`: `[a|b]` is optional, `(a|b)` is either,
 * `<name>` is another template, `{x}` is a subject. They match tokens joined by spaces.
 */

/** Names of templates that others refer to as `<name>`. */
export type TemplateRules = Readonly<Record<string, string>>;

/** A parsed template: one of some sequences of parts. */
export type Template = readonly (readonly Part[])[];
/** A word, `SUBJECT`, or a group. */
type Part = string | { readonly options: Template; readonly isOptional: boolean };

/** Where the subject of a frame stands. */
export const SUBJECT = '{x}';

const WORD = /[\p{L}\p{N}]+/uy;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/** A template that cannot be parsed: what is wrong with it, in a few Dutch words for its editor. */
export class TemplateError extends Error {}

/**
 * Parses a template.
 * @throws {TemplateError} when a bracket is not closed, a rule does not exist or refers to itself, or a character is unexpected
 */
export function parseTemplate(template: string, rules: TemplateRules): Template {
  return parse(template, []);

  function parse(text: string, parents: readonly string[]): Template {
    let at = 0;
    return alternatives(undefined);

    function alternatives(end: string | undefined): Template {
      const options: Part[][] = [[]];
      while (at < text.length && text[at] !== end) {
        if (text[at] === '|') {
          at += 1;
          options.push([]);
        } else if (text[at] === ' ') at += 1;
        else options.at(-1)?.push(part());
      }
      if (end !== undefined && text[at] !== end) throw new TemplateError(`“${end}” ontbreekt`);
      return options;
    }

    function part(): Part {
      const character = text[at] ?? '';
      const end = CLOSING[character];
      if (end !== undefined) {
        at += 1;
        const options = alternatives(end);
        at += 1;
        return { options, isOptional: character === '[' };
      }
      if (text.startsWith(SUBJECT, at)) {
        at += SUBJECT.length;
        return SUBJECT;
      }
      if (character === '<') return rule();
      WORD.lastIndex = at;
      const [word] = WORD.exec(text) ?? [];
      if (word === undefined) throw new TemplateError(`“${character}” past hier niet`);
      at += word.length;
      return word;
    }

    function rule(): Part {
      const name = /^<([\p{L}\p{N}]+)>/u.exec(text.slice(at))?.[1];
      if (name === undefined) throw new TemplateError('“>” ontbreekt');
      const own = Object.hasOwn(rules, name) ? rules[name] : undefined;
      if (own === undefined || parents.includes(name))
        throw new TemplateError(`er is geen onderdeel <${name}>`);
      at += name.length + 2;
      return { options: parse(own, [...parents, name]), isOptional: false };
    }
  }
}

/** Returns the source of a regular expression for a template, over words that each end with a space. */
export function compileTemplate(template: Template): string {
  return template.map((parts) => parts.map(sourceOf).join('')).join('|');
}

function sourceOf(part: Part): string {
  if (typeof part !== 'string') return `(?:${compileTemplate(part.options)})${part.isOptional ? '?' : ''}`;
  return part === SUBJECT ? '(?:.+? )' : `${part} `;
}

/**
 * Returns a sentence that a template matches, chosen by `random` (0..1, exclusive): every alternative is as likely, and an
 * optional part is there in half of the sentences.
 */
export function sampleTemplate(template: Template, random: () => number): string[] {
  const parts = template[Math.floor(random() * template.length)] ?? [];
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [part];
    return part.isOptional && random() < 0.5 ? [] : sampleTemplate(part.options, random);
  });
}
