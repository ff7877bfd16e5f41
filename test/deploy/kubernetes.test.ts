import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../../src/settings/read.ts';
import { readFiles, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import { SETTINGS } from '../../src/settings/table.ts';
import { missingTool, problemsIn, resourcesOf, ROOT, unknownFields, writtenResources } from './kustomize.ts';
import type { Pod, Resource } from './kustomize.ts';

const missing = missingTool();
if (missing !== undefined) process.stderr.write(`The manifests were not put together: ${missing}.\n`);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

describe('the manifests as they are written', () => {
  it('are all named by their kustomization', () => {
    const layers = ['base', 'overlay'].map((layer) => join(ROOT, 'deploy/kubernetes', layer));
    const unnamed = layers.flatMap((folder) => {
      const text = readFileSync(join(folder, 'kustomization.yaml'), 'utf8');
      return readdirSync(folder).filter(
        (name) => name !== 'kustomization.yaml' && !text.includes(` ${name}\n`),
      );
    });
    expect(unnamed).toEqual([]);
  });

  it('use only settings that exist', () => {
    const names = writtenResources()
      .filter(({ resource }) => resource.kind === 'ConfigMap')
      .flatMap(({ resource }) => Object.keys(resource.data ?? {}).map((name) => name.replace(/_FILE$/, '')));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !(name in SETTINGS))).toEqual([]);
  });
});

const layers = missing === undefined ? (['base', 'overlay'] as const) : [];
const describeLayers =
  layers.length > 0 ? describe.each(layers) : describe.skip.each(['base', 'overlay'] as const);

describeLayers('the manifests of the %s', (layer) => {
  let resources: readonly Resource[] = [];
  let pod: Pod;
  const of = (kind: string) => resources.filter((resource) => resource.kind === kind);
  const only = (kind: string) => {
    const [found, ...others] = of(kind);
    if (found?.spec === undefined || others.length > 0) throw new Error(`there is not one ${kind}`);
    return found.spec;
  };
  beforeAll(() => {
    resources = resourcesOf(layer);
    const { template } = only('Deployment');
    if (template === undefined) throw new Error('the deployment has no template');
    pod = template.spec;
  });

  it('are what Kubernetes expects, without unknown fields', () => {
    expect(problemsIn(resources)).toEqual([]);
    expect(unknownFields(resources.filter(({ kind }) => kind !== 'ConfigMap'))).toEqual([]);
  });

  it('run as a person without rights on a disk that cannot be written to', () => {
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 10_001,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod.automountServiceAccountToken).toBe(false);
    for (const { securityContext } of pod.containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    }
  });

  it('name an image of this version, never the latest', () => {
    expect(pod.containers.map(({ image }) => image)).toEqual([
      `registry.example.org/handreiking-bot:${version}`,
    ]);
  });

  it('bound what is used, and look whether it lives', () => {
    for (const { resources: bounds, ...container } of pod.containers) {
      for (const part of ['cpu', 'memory']) {
        expect(bounds.requests[part]).toBeTruthy();
        expect(bounds.limits[part]).toBeTruthy();
      }
      expect(container).toMatchObject({
        startupProbe: { httpGet: { path: '/healthz', port: 'http' } },
        livenessProbe: { httpGet: { path: '/healthz', port: 'http' } },
        readinessProbe: { httpGet: { path: '/readyz', port: 'http' } },
      });
    }
  });

  it('select the pods that they make', () => {
    const labels = only('Deployment').template?.metadata.labels;
    expect(only('Deployment').selector?.matchLabels).toEqual(labels);
    expect(only('Service').selector).toEqual(labels);
    expect(only('NetworkPolicy')['podSelector']).toEqual({ matchLabels: labels });
  });

  it('give metrics a port of the pods, which the service and the monitor name', () => {
    const monitor = parse(readFileSync(join(ROOT, 'deploy/kubernetes/pod-monitor.yaml'), 'utf8')) as Resource;
    const labels = only('Deployment').template?.metadata.labels as Readonly<Record<string, string>>;
    expect(pod.containers[0]).toMatchObject({
      ports: expect.arrayContaining([{ name: 'metrics', containerPort: 9464 }]),
    });
    expect(only('Service')['ports']).toContainEqual({ name: 'metrics', port: 9464, targetPort: 'metrics' });
    expect(monitor.spec).toMatchObject({
      selector: { matchLabels: labels },
      podMetricsEndpoints: [{ port: 'metrics' }],
    });
    // The job that alerts look for.
    expect(labels[String(monitor.spec?.['jobLabel'])]).toBe('handreiking-bot');
  });

  it('let the bot find names and a managed identity, also in OpenShift', () => {
    const egress = JSON.stringify(only('NetworkPolicy')['egress']);
    expect(egress).toContain('"values":["kube-system","openshift-dns"]');
    for (const port of [53, 5353])
      for (const protocol of ['UDP', 'TCP'])
        expect(egress).toContain(`{"port":${port},"protocol":"${protocol}"}`);
    expect(egress).toContain(
      '{"ports":[{"port":80,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"169.254.169.254/32"}}]}',
    );
  });

  it('mount every volume, and nothing else', () => {
    const mounted = pod.containers.flatMap(({ volumeMounts }) => volumeMounts.map(({ name }) => name));
    expect(mounted.sort()).toEqual(pod.volumes.map(({ name }) => name).sort());
  });

  it('hold settings that the bot takes', () => {
    const { data = {} } = of('ConfigMap').find(({ metadata }) => metadata.name.endsWith('settings')) ?? {};
    const files = Object.keys(data).filter((name) => name.endsWith('_FILE'));
    const secrets = { DATABASE_URL: 'postgres://bot@db/bot' };
    const settings = Object.fromEntries(Object.entries(data).filter(([name]) => !files.includes(name)));
    expect(readConfig({ ...settings, ...(files.length > 0 && secrets) })).toMatchObject({ host: '0.0.0.0' });
  });

  if (layer === 'base') {
    it('keep one replica at its file, also while it is replaced', () => {
      expect(only('Deployment')).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
      expect(of('PersistentVolumeClaim')).toHaveLength(1);
    });
    return;
  }

  it('keep two of three replicas whatever is replaced, without a file', () => {
    expect(only('Deployment')).toMatchObject({
      replicas: 3,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } },
    });
    expect(only('PodDisruptionBudget')).toMatchObject({
      minAvailable: 2,
      selector: only('Deployment').selector,
    });
    expect(of('PersistentVolumeClaim')).toEqual([]);
    expect(pod.volumes.find(({ name }) => name === 'data')?.persistentVolumeClaim).toBeUndefined();
  });

  it('let the world in at the two addresses that platforms call, and nowhere else', () => {
    const rules = JSON.stringify(only('Ingress')['rules']);
    const paths = [...rules.matchAll(/"path":"([^"]+)","pathType":"(\w+)"/g)].map(([, path, type]) => [
      path,
      type,
    ]);
    expect(paths).toEqual([
      ['/slack/events', 'Exact'],
      ['/api/messages', 'Exact'],
    ]);
  });

  it('hold the knowledge, each file at its place, small enough to apply', () => {
    const maps = new Map(of('ConfigMap').map(({ metadata, data }) => [metadata.name, data ?? {}]));
    const sources = pod.volumes.find(({ name }) => name === 'knowledge')?.projected?.sources ?? [];
    const mounted = sources.flatMap(({ configMap }) =>
      configMap.items.map(({ key, path }) => [path, maps.get(configMap.name)?.[key]] as const),
    );
    const { files } = readFiles(SHIPPED_KNOWLEDGE);
    const expected = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()] as const);
    expect(new Map(mounted)).toEqual(new Map(expected));
    // Kubernetes' limit on the annotation that `kubectl apply` writes.
    for (const data of maps.values()) expect(JSON.stringify(data).length).toBeLessThan(262_144 - 4_096);
  });
});

describe('the checks themselves', () => {
  const service = (spec: object): Resource =>
    ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec }) as Resource;

  it('see a wrong type and a misspelled name', () => {
    expect(problemsIn([service({ ports: [{ port: 'eighty' }] })])).toHaveLength(1);
    expect(unknownFields([service({ prots: [] })])).toHaveLength(1);
    expect(unknownFields([service({ ports: [{ port: 80 }] })])).toEqual([]);
  });
});
