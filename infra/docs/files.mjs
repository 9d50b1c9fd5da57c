import { annalsCatalogue, configurationOf, contracts, problemCatalogue, routesOf } from '@annals/composition';
import { readFileSync } from 'node:fs';
import { errorPages } from './errors.mjs';
import { eventSchemas } from './event-schemas.mjs';
import { withProcesses } from './proxy.mjs';
import { referencePage } from './reference.mjs';

const root = `${import.meta.dirname}/../..`;
const PROXY = 'infra/proxy/nginx.conf';

/** Folders that contain only generated files. */
export const GENERATED_FOLDERS = ['.github/docs/errors', 'contracts/schemas/events'];

/** Every file that `npm run docs` writes: path → text. */
export const generatedFiles = () => {
  const catalogue = annalsCatalogue(configurationOf({}));
  const routes = routesOf(catalogue);
  return new Map([
    ['.github/docs/reference.md', referencePage(catalogue, routes)],
    [PROXY, withProcesses(readFileSync(`${root}/${PROXY}`, 'utf8'), routes)],
    ...errorPages(problemCatalogue),
    ...eventSchemas(contracts),
  ]);
};
