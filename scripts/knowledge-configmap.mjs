/**
 * Writes a knowledge directory as Kubernetes ConfigMaps (`knowledge.yaml`), and the volume that mounts them in the
 * Deployment (`knowledge-volume.yaml`). Kubernetes swaps all files of such a volume at once; the bot then reloads them.
 *
 *     npm run --silent deploy:knowledge -- [KNOWLEDGE_DIR] [OVERLAY_DIR]
 */
import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { stringify } from 'yaml';

const [knowledge = 'knowledge', overlay = 'deploy/kubernetes/overlay'] = process.argv.slice(2);
/** A ConfigMap may hold 1 MiB, but `kubectl apply` copies it into an annotation, whose limit is 256 KiB. */
const MAX_BYTES = 200_000;
const NAME = 'handreiking-bot-knowledge';
const LABELS = { 'app.kubernetes.io/name': 'handreiking-bot' };
/** Files for editors, which the bot does not read. */
const EXCLUDED = /^(schema\/|README\.md$|NOTICE\.md$|LICENSE$)/;

const files = readdirSync(knowledge, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile() || item.isSymbolicLink())
  .map((item) => relative(knowledge, join(item.parentPath, item.name)).split(sep).join('/'))
  .filter((path) => !path.split('/').some((part) => part.startsWith('.')) && !EXCLUDED.test(path))
  .sort();
if (files.length === 0) {
  console.error(`There are no files in ${knowledge}.`);
  process.exit(1);
}

/** Newest first; a file that does not fit in the newest starts another. */
const maps = [{ items: [], data: {}, size: 0 }];
for (const path of files) {
  const text = readFileSync(join(knowledge, path), 'utf8');
  const size = Buffer.byteLength(JSON.stringify(text));
  if (size > MAX_BYTES) {
    console.error(`${path} is too large for a ConfigMap (${size} bytes): split it.`);
    process.exit(1);
  }
  if (maps[0].size + size > MAX_BYTES) maps.unshift({ items: [], data: {}, size: 0 });
  // A key of a ConfigMap may not contain a slash.
  const key = path.replaceAll('/', '__');
  maps[0].data[key] = text;
  maps[0].items.push({ key, path });
  maps[0].size += size;
}
const named = maps.reverse().map((map, index) => ({ ...map, name: `${NAME}-${index + 1}` }));

const configMaps = named.map(({ name, data }) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, labels: LABELS },
  data,
}));
const sources = named.map(({ name, items }) => ({ configMap: { name, items } }));
const patch = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'handreiking-bot' },
  spec: { template: { spec: { volumes: [{ name: 'knowledge', projected: { sources } }] } } },
};
writeFileSync(
  join(overlay, 'knowledge.yaml'),
  configMaps.map((map) => stringify(map, { lineWidth: 0 })).join('---\n'),
);
writeFileSync(join(overlay, 'knowledge-volume.yaml'), stringify(patch));
console.log(`${files.length} files in ${named.length} ConfigMaps`);
