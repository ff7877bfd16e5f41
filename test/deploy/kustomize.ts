import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { parse, parseAllDocuments } from 'yaml';

export const ROOT = join(import.meta.dirname, '../..');
const DEPLOY = join(ROOT, 'deploy/kubernetes');

export interface Container {
  readonly image: string;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<'requests' | 'limits', Readonly<Record<string, string>>>>;
  readonly [probe: string]: unknown;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}
export interface Source {
  readonly configMap: {
    readonly name: string;
    readonly items: readonly { readonly key: string; readonly path: string }[];
  };
}
export interface Pod {
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly automountServiceAccountToken?: boolean;
  readonly containers: readonly Container[];
  readonly volumes: readonly {
    readonly name: string;
    readonly projected?: { readonly sources: readonly Source[] };
    readonly persistentVolumeClaim?: unknown;
  }[];
}
/** As much of a Kubernetes object as the rules look at. */
export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly replicas?: number;
    readonly strategy?: Readonly<Record<string, unknown>>;
    readonly selector?: { readonly matchLabels?: unknown };
    readonly template?: { readonly metadata: { readonly labels: unknown }; readonly spec: Pod };
    readonly [field: string]: unknown;
  };
}

/** Why the manifests cannot be put together here; nothing when they can. */
export function missingTool(): string | undefined {
  const { status } = spawnSync('kubectl', ['kustomize', '--help'], { stdio: 'ignore' });
  return status === 0 ? undefined : 'kubectl is not installed';
}

/** Everything that `kubectl apply -k` would send, with the shipped knowledge in the overlay. */
export function resourcesOf(layer: 'base' | 'overlay'): readonly Resource[] {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  try {
    cpSync(DEPLOY, folder, { recursive: true });
    const script = join(ROOT, 'scripts/knowledge-configmap.mjs');
    execFileSync(process.execPath, [script, join(ROOT, 'knowledge'), join(folder, 'overlay')]);
    const text = execFileSync('kubectl', ['kustomize', join(folder, layer)], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return parseAllDocuments(text).map((document) => document.toJS() as Resource);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Objects written in the repository, without what is made. */
export function writtenResources(): readonly { readonly file: string; readonly resource: Resource }[] {
  return ['base', 'overlay'].flatMap((layer) =>
    readdirSync(join(DEPLOY, layer))
      .filter((name) => name.endsWith('.yaml') && !name.startsWith('k'))
      .map((name) => ({
        file: `${layer}/${name}`,
        resource: parse(readFileSync(join(DEPLOY, layer, name), 'utf8')) as Resource,
      })),
  );
}

/** What the published types have against these objects: wrong types, and what is missing. */
export function problemsIn(resources: readonly Resource[]): readonly string[] {
  const printed = execFileSync(process.execPath, [join(import.meta.dirname, 'models.ts')], {
    input: JSON.stringify(resources),
    encoding: 'utf8',
  });
  return JSON.parse(printed) as readonly string[];
}

/** Fields that the published types do not have: a name misspelled is otherwise left out in silence. */
export function unknownFields(resources: readonly Resource[]): readonly string[] {
  const kinds = new Set(resources.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`));
  const names = [...kinds].map((path) => ({ path, name: path.replaceAll(/\W/g, '_') }));
  const text = [
    ...names.map(({ path, name }) => {
      const kind = path.split('/').at(-1) ?? '';
      return `import type { I${kind} as ${name} } from 'kubernetes-models/${path}';`;
    }),
    ...resources.map((resource, place) => {
      const name = `${resource.apiVersion}/${resource.kind}`.replaceAll(/\W/g, '_');
      return `export const r${place}: ${name} = ${JSON.stringify(resource)};`;
    }),
  ].join('\n');
  const file = join(ROOT, 'test/deploy/made-of-manifests.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const [getSourceFile, fileExists, readFile] = [
    host.getSourceFile.bind(host),
    host.fileExists.bind(host),
    host.readFile.bind(host),
  ];
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? text : readFile(path));
  host.getSourceFile = (path, target) =>
    path === file ? ts.createSourceFile(path, text, target) : getSourceFile(path, target);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
