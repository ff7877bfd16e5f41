const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const text = (html: string) =>
  html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : text(found);
};

/** The fields of the first form of a page, in which there is something to send, as a browser would send them. */
export function fieldsIn(page: string): Record<string, string | readonly string[]> {
  const form = /<main[\s\S]*?<form\s+method="post"[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  const pairs = [
    ...form.matchAll(
      /<input[^>]*>|<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>|<select[^>]*>([\s\S]*?)<\/select>/g,
    ),
  ].flatMap(([tag, , area, options]) => {
    const name = attribute(tag, 'name');
    if (name === undefined) return [];
    if (area !== undefined) return [[name, text(area)] as const];
    if (options !== undefined) {
      const chosen =
        /<option[^>]*\sselected[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? '';
      return [[name, attribute(chosen, 'value') ?? ''] as const];
    }
    if (attribute(tag, 'type') === 'checkbox' && !/\schecked/.test(tag)) return [];
    return [[name, attribute(tag, 'value') ?? ''] as const];
  });
  const fields = Map.groupBy(pairs, ([name]) => name);
  return Object.fromEntries(
    [...fields].map(([name, own]) => [
      name,
      own.length === 1 ? (own[0]?.[1] ?? '') : own.map(([, value]) => value),
    ]),
  );
}
