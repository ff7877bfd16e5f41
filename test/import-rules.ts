import { posix } from 'node:path';
import ts from 'typescript';

/** A source file: its path from the root of the project, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

interface Import {
  /** Path from the root for a file of the project, else the name as written (`zod`, `node:fs`). */
  readonly target: string;
  readonly form: 'value' | 'type' | 'dynamic';
}

/** Every import, re-export, `import()`, `require()` and `import('...')` type of a file. */
export function importsIn({ path, text }: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, form: Import['form']) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const { text: name } = specifier;
    const target = name.startsWith('.') ? posix.join(posix.dirname(path), name) : name;
    found.push({ target, form });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      add(node.moduleSpecifier, isType ? 'type' : 'value');
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, 'type');
    else if (ts.isExternalModuleReference(node)) add(node.expression, 'value');
    else if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], 'dynamic');
      else if (node.expression.getText(source) === 'require') add(node.arguments[0], 'value');
    }
    ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  visit(source);
  return found;
}

const CORE = 'src/core/index.ts';
const ASSISTANT = 'src/assistant/index.ts';
/** Hashing is computing; all else in `node:` reaches outside. */
const PURE_NODE = 'node:crypto';
const CORE_PACKAGES = ['fuse.js', 'js-yaml', 'yaml', 'zod'];
const STORAGE_PACKAGES = ['kysely', 'pg', 'rate-limiter-flexible'];
const EVALUATION_PACKAGES = ['yaml', 'zod'];
/** The SDK of each channel. A new channel needs a line here. */
const SDK: Readonly<Record<string, readonly string[]>> = {
  slack: ['@slack/bolt', '@slack/types', '@slack/web-api', 'undici'],
  teams: ['botbuilder'],
  terminal: [],
  web: ['hono', '@hono/node-server'],
};
/** The terminal is always on, so it is imported like any other file. */
const ALWAYS_ON = 'adapters/terminal/';
/** Each in one file of its channel, so that it can be replaced there. */
const ONE_FILE_ONLY = { botbuilder: 'adapters/teams/', '@slack/bolt': 'adapters/slack/' } as const;

const isIn = (folder: string, path: string) => path.startsWith(folder);
const isPackage = (target: string, names: readonly string[]) =>
  names.some((name) => target === name || target.startsWith(`${name}/`));
const isNode = (target: string) => target.startsWith('node:');

/** The rule that an import breaks, if it breaks one. */
function broken(path: string, { target, form }: Import): string | undefined {
  const [top = '', folder = ''] = path.split('/');
  if (top === 'adapters') {
    const sdk = SDK[folder];
    if (sdk === undefined) return `there is no rule for adapters/${folder} yet`;
    const allowed =
      isIn(`adapters/${folder}/`, target) ||
      target === CORE ||
      target === ASSISTANT ||
      isNode(target) ||
      isPackage(target, sdk);
    return allowed ? undefined : 'a channel imports itself, the two front doors, its own SDK and node:';
  }
  if (path === 'src/main.ts' || isIn('src/cli/', path)) {
    const isOptional = isIn('adapters/', target) && !isIn(ALWAYS_ON, target);
    return isOptional && form === 'value' ? 'a channel that can be off is imported with import()' : undefined;
  }
  if (isIn('adapters/', target) && form !== 'type') return 'channels are imported by src/cli and src/main.ts';
  if (target === 'src/main.ts' || isIn('src/cli/', target)) return 'nothing imports the commands';
  if (isIn('src/core/', path)) {
    const reachesOut = isNode(target) && target !== PURE_NODE;
    if (reachesOut && path !== 'src/knowledge/load.ts') return 'the core does no I/O outside knowledge.ts';
    const allowed = isIn('src/core/', target) || isNode(target) || isPackage(target, CORE_PACKAGES);
    return allowed ? undefined : `the core imports itself and ${CORE_PACKAGES.join(', ')}`;
  }
  if (isIn('src/assistant/', path)) {
    const allowed =
      isIn('src/assistant/', target) ||
      target === CORE ||
      isNode(target) ||
      isPackage(target, STORAGE_PACKAGES);
    return allowed ? undefined : "the assistant imports itself, the core's front door and its storage";
  }
  if (isIn('src/evaluation/', path)) {
    const own = ['src/evaluation/', 'src/core/', 'src/assistant/'].some((part) => isIn(part, target));
    const allowed = own || isNode(target) || isPackage(target, EVALUATION_PACKAGES);
    return allowed ? undefined : 'evaluation imports itself, the core and the assistant';
  }
  return undefined;
}

/** Every import that breaks a rule, as `file imports target: rule`. */
export function breaches(files: readonly SourceFile[]): string[] {
  const all = files.flatMap((file) => importsIn(file).map((found) => ({ path: file.path, found })));
  const rules = all.flatMap(({ path, found }) => {
    const rule = broken(path, found);
    return rule === undefined ? [] : [`${path} imports ${found.target}: ${rule}`];
  });
  const spread = Object.entries(ONE_FILE_ONLY).flatMap(([name, home]) => {
    const users = [
      ...new Set(all.filter(({ found }) => isPackage(found.target, [name])).map(({ path }) => path)),
    ];
    const [first = ''] = users.filter((path) => isIn(home, path));
    return users
      .filter((path) => path !== first)
      .map((path) => `${path} imports ${name}: it is imported in one file of ${home} only`);
  });
  return [...rules, ...spread];
}
