import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stage.js';

const NAMESPACE = /^const ([A-Z_]+) = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'/gm;

const namespaces = globSync('{apps,contracts,libs,projections}/**/src/**/*.ts', { cwd: root })
  .filter((file) => !/\.spec\.ts$|\/(dist|node_modules)\//.test(file))
  .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(NAMESPACE)])
  .map(([, name, value]) => ({ name, value }));

it('names ids of different kinds in different namespaces, but for two that are stored', () => {
  expect(namespaces.length).toBeGreaterThan(6);
  const shared = [...Map.groupBy(namespaces, ({ value }) => value).values()].filter(({ length }) => length > 1);
  // Users of an issuer are named by pairs and messages by triples, so that no id is the same; another value would change stored ids.
  expect(shared.map((same) => same.map(({ name }) => name).toSorted())).toEqual([['MESSAGES', 'USERS']]);
});
