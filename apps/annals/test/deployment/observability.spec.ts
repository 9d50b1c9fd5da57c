import { Metrics } from '@annals/telemetry';
import { everyUnder, jsonOf, processes, yamlOf } from './files.js';

type Prometheus = {
  readonly rule_files: readonly string[];
  readonly scrape_configs: readonly {
    readonly job_name: string;
    readonly dns_sd_configs?: readonly { readonly names: readonly string[] }[];
  }[];
};

const alerts = ['alerts.yml', 'alerts.engines.yml'].map((file) => yamlOf<object>(`observability/${file}`));
const dashboard = jsonOf<object>('infra/observability/grafana/dashboards/annals.json');
const expressions = [...alerts, dashboard].flatMap((file) => everyUnder('expr', file) as readonly string[]);

/** The names in Prometheus: a histogram has three. */
const exported = async (): Promise<ReadonlySet<string>> => {
  const certificate = () => ({ validFrom: new Date(0), expiresAt: new Date(0), trouble: undefined });
  const metrics = new Metrics({ views: async () => [], certificate });
  metrics.ofMessages(async () => ({ position: 1, lag: 0 }));
  const types = (await metrics.text()).matchAll(/^# TYPE (\S+) (\S+)$/gm);
  return new Set(
    [...types].flatMap(([, name = '', type]) =>
      type === 'histogram' ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [name],
    ),
  );
};

it('uses only existing metrics', async () => {
  const known = await exported();
  const asked = expressions.flatMap((expression) => expression.match(/\b(?:annals|nodejs|process)_\w+/g) ?? []);
  expect(asked.length).toBeGreaterThan(20);
  expect([...new Set(asked)].filter((name) => !known.has(name))).toEqual([]);
});

it('shows every metric of Annals', async () => {
  const own = [...(await exported())].filter((name) => name.startsWith('annals_') && !name.endsWith('_sum'));
  const shown = (everyUnder('expr', dashboard) as readonly string[]).join('\n');
  expect(own.filter((name) => !shown.includes(name) && !name.endsWith('_position'))).toEqual([]);
});

it('scrapes every process', () => {
  const { scrape_configs: jobs, rule_files } = yamlOf<Prometheus>('observability/prometheus.yml');
  const names = jobs.find(({ job_name }) => job_name === 'annals')!.dns_sd_configs![0]!.names;
  expect([...names].sort()).toEqual([...processes].sort());
  expect(rule_files).toEqual(['alerts.yml', 'alerts.engines.yml']);
});

it('uses the provisioned data source', () => {
  const sources = everyUnder('uid', yamlOf('observability/grafana/provisioning/datasources/prometheus.yml'));
  expect([...new Set(everyUnder('datasource', dashboard).map((source) => everyUnder('uid', source)[0]))]).toEqual(
    sources,
  );
});
