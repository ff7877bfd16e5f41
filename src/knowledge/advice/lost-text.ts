import { CST, Lexer } from 'yaml';
import type { SyntaxProblem } from './explain-syntax.ts';

/** Whether a file may hold something of which YAML leaves out words; most files hold nothing like it. */
const SUSPECT = /[^\s#][ \t]+#|(?:^|[\s:,[-])[!&]/m;
const LOST = { kind: 'tekst-valt-weg' } as const;

/**
 * The signs of YAML by which words vanish without an error: a `#` in a sentence, a tag (`!important`), an anchor that
 * nothing refers to (`&nbsp;`). A `# ` behind a sentence may be meant as a comment, and is another kind.
 */
export function findLostText(text: string): SyntaxProblem[] {
  if (!SUSPECT.test(text)) return [];
  const problems: SyntaxProblem[] = [];
  const anchors: [name: string, line: number][] = [];
  const aliases = new Set<string>();
  let line = 1;
  let before = '';
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    const type: string | null = isScalar ? 'text' : CST.tokenType(token);
    isScalar = type === 'scalar';
    if (type === 'tag') problems.push({ ...LOST, line, ...explainSign(token) });
    else if (type === 'anchor') anchors.push([token.slice(1), line]);
    else if (type === 'alias') aliases.add(token.slice(1));
    else if (type === 'comment') problems.push(...explainComment(token, before, line));
    if (type === 'newline') before = '';
    else if (type === 'text') before = token.slice(token.lastIndexOf('\n') + 1);
    else if (type !== 'space' && type !== 'scalar' && type !== 'doc-mode') before = token;
    line += token.split('\n').length - 1;
  }
  for (const [name, at] of anchors) {
    if (!aliases.has(name)) problems.push({ ...LOST, line: at, ...explainSign(`&${name}`) });
  }
  return problems;
}

function explainSign(sign: string) {
  return {
    message: `“${sign}” leest de bot niet, want het begint met ${sign.slice(0, 1)}.`,
    advice: 'Zet aanhalingstekens om de hele zin.',
  };
}

/** `before`: what stands before the comment on its line; of a line with nothing before it, empty. */
function explainComment(comment: string, before: string, line: number) {
  if (before === '') return [];
  if (/^#\S/.test(comment)) {
    return [
      {
        ...LOST,
        line,
        message: `Achter # leest YAML niets: “${comment}” valt weg.`,
        advice: 'Zet aanhalingstekens om de hele zin.',
      },
    ];
  }
  // A name or a quoted sentence ends by itself; of a sentence without quotation marks nobody knows where it ends.
  return before.trim().includes(' ') && !/^["']/.test(before)
    ? [
        {
          kind: 'opmerking-achter-tekst' as const,
          line,
          message: `“${comment}” leest de bot niet.`,
          advice:
            'Hoort het bij de zin? Zet aanhalingstekens om de hele zin. Is het een opmerking? Zet die op een eigen regel.',
        },
      ]
    : [];
}
