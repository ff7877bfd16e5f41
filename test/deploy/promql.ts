import { parser } from '@prometheus-io/lezer-promql';

/** A metric as an expression asks for it, or as a line of `/metrics` or of a unit test names it. */
export interface Selector {
  readonly name: string;
  readonly matchers: readonly Matcher[];
}

export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** What an expression of PromQL names: the metrics, and the labels that it groups or joins by. */
export function namedIn(expression: string): {
  readonly selectors: readonly Selector[];
  readonly grouping: readonly string[];
} {
  const selectors: { name: string; matchers: Matcher[] }[] = [];
  const grouping: string[] = [];
  let matcher: { label: string; operator: string } = { label: '', operator: '' };
  parser.parse(expression).iterate({
    enter: ({ name, from, to, node: { parent } }) => {
      const text = expression.slice(from, to);
      if (name === 'VectorSelector') selectors.push({ name: '', matchers: [] });
      const last = selectors.at(-1);
      if (name === 'Identifier' && last !== undefined) last.name = text;
      if (name === 'LabelName' && parent?.name === 'GroupingLabels') grouping.push(text);
      else if (name === 'LabelName') matcher.label = text;
      if (name === 'MatchOp') matcher.operator = text;
      if (name === 'StringLiteral' && parent?.name === 'UnquotedLabelMatcher') {
        last?.matchers.push({ ...matcher, value: text.slice(1, -1) } as Matcher);
        matcher = { label: '', operator: '' };
      }
    },
  });
  return { selectors, grouping };
}

/** Whether a series has a value that a matcher wants. */
export function fits(series: Selector, { label, operator, value }: Matcher): boolean {
  const own = series.matchers.find((matcher) => matcher.label === label)?.value ?? '';
  const isEqual = operator.endsWith('~') ? new RegExp(`^(?:${value})$`).test(own) : own === value;
  return operator.startsWith('!') ? !isEqual : isEqual;
}
