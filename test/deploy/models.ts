/**
 * Checks Kubernetes objects, given as a JSON list on standard input, against the published types: prints a JSON list of
 * `name: what is wrong`. A program of its own, because the models are ES modules, which jest does not load.
 */
import { text } from 'node:stream/consumers';

interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}
interface Model {
  readonly validate: () => void;
}

const resources = JSON.parse(await text(process.stdin)) as readonly Resource[];
const problems: string[] = [];
for (const resource of resources) {
  const { apiVersion, kind, metadata } = resource;
  const module = (await import(`kubernetes-models/${apiVersion}/${kind}`)) as Readonly<
    Record<string, new (resource: Resource) => Model>
  >;
  const Known = module[kind];
  if (Known === undefined) problems.push(`${kind} is not known in ${apiVersion}`);
  else {
    try {
      new Known(resource).validate();
    } catch (error) {
      problems.push(`${kind} ${metadata.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
process.stdout.write(JSON.stringify(problems));
