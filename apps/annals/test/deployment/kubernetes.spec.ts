import { configurationOf } from '@annals/composition';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { everyUnder, infra, jsonOf, manifests, PINNED, processes, variables, yamlOf } from './files.js';

type Kustomization = {
  readonly resources?: readonly string[];
  readonly nameSuffix?: string;
  readonly labels?: readonly { readonly pairs: Readonly<Record<string, string>> }[];
  readonly patches?: readonly { readonly patch: string }[];
  readonly configMapGenerator?: readonly { readonly literals: readonly string[] }[];
  readonly images?: readonly { readonly name: string; readonly newTag: string }[];
};
type Probe = { readonly httpGet: { readonly path: string } };
type Container = Readonly<Record<'startupProbe' | 'livenessProbe' | 'readinessProbe', Probe>> & {
  readonly name: string;
  readonly image: string;
  readonly resources: { readonly requests: object; readonly limits: object };
  readonly securityContext: object;
};
type Deployment = { readonly spec: { readonly template: { readonly spec: Pod } } };
type Pod = {
  readonly terminationGracePeriodSeconds: number;
  readonly securityContext: object;
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
};

const top = yamlOf<Kustomization>('kubernetes/kustomization.yaml');
const folderOf = (name: string) => yamlOf<Kustomization>(`kubernetes/${name}/kustomization.yaml`);
const pods = manifests
  .filter(({ kind }) => kind === 'Deployment')
  .map((manifest) => [manifest.file, (manifest as unknown as Deployment).spec.template.spec] as const);
const containersOf = ({ containers, initContainers = [] }: Pod) => [...containers, ...initContainers];
const { version } = jsonOf<{ readonly version: string }>('package.json');

const STATELESS = ['audit', 'query', 'sales', 'service'];

it.each(processes)('%s runs as a separate workload with its name', (name) => {
  const { labels, nameSuffix, patches } = folderOf(name);
  expect(top.resources).toContain(name);
  expect({ nameSuffix, component: labels?.[0]?.pairs['app.kubernetes.io/component'] }).toEqual({
    nameSuffix: `-${name}`,
    component: name,
  });
  expect(patches?.[0]?.patch).toContain(`value: [node, --enable-source-maps, apps/${name}/dist/main.js]`);
});

it('scales stateless processes by load, and runs two instances of the others', () => {
  expect(processes.filter((name) => folderOf(name).resources?.includes('../scaled')).sort()).toEqual(STATELESS);
  const [shared] = manifests.filter(({ file }) => file === 'process/deployment.yaml');
  expect(shared?.spec).toMatchObject({ replicas: 2 });
});

it('names only existing files and folders', () => {
  const missing = manifests
    .filter(({ kind }) => kind === 'Kustomization')
    .flatMap((manifest) =>
      ((manifest as Kustomization).resources ?? []).map((name) => join('kubernetes', dirname(manifest.file), name)),
    )
    .filter((path) => !existsSync(join(infra, path)));
  expect(missing).toEqual([]);
});

it('sets only known variables, to valid values', () => {
  const pairs = top.configMapGenerator!.flatMap(({ literals }) => literals).map((pair) => pair.split(/=(.*)/s));
  expect(pairs.map(([name]) => name!).filter((name) => !variables.includes(name))).toEqual([]);
  const readable = pairs.filter(([name]) => !name!.endsWith('_FILE'));
  expect(() => configurationOf(Object.fromEntries(readable) as Record<string, string>)).not.toThrow();
});

it('contains no secret', () => {
  expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
  expect(manifests.flatMap((manifest) => everyUnder('secretGenerator', manifest))).toEqual([]);
});

it.each(pods)('%s has no unneeded privileges', (_, pod) => {
  expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
  for (const container of containersOf(pod)) {
    expect(Object.keys(container.resources.requests)).toEqual(['cpu', 'memory']);
    expect(Object.keys(container.resources.limits)).toEqual(['memory']);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  }
});

it.each(pods)('%s has probes and a pinned image', (_, pod) => {
  for (const { livenessProbe, readinessProbe } of pod.containers) {
    expect(livenessProbe.httpGet.path).toBe('/health/live');
    expect(readinessProbe.httpGet.path).toMatch(/^\/health\/(live|ready)$/);
  }
  const tags = new Map(top.images!.map(({ name, newTag }) => [name, `${name}:${newTag}`]));
  expect(tags.get('annals')).toBe(`annals:${version}`);
  for (const { image } of containersOf(pod)) expect(tags.get(image) ?? image).toMatch(PINNED);
});

it('gives a process more time to stop than a request may take', () => {
  const [, pod] = pods.find(([file]) => file === 'process/deployment.yaml')!;
  const pause = everyUnder('seconds', pod)[0] as number;
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(pause + configurationOf({}).requestTimeout);
});
