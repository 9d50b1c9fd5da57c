import * as product from '@annals/composition';
import { readFileSync } from 'node:fs';
import { engineAlerts, enginesPage } from './engines.mjs';
import { errorPages } from './errors.mjs';
import { eventSchemas } from './event-schemas.mjs';
import { projectorPage } from './projector.mjs';
import { withProcesses } from './proxy.mjs';
import { referencePage } from './reference.mjs';

const here = `${import.meta.dirname}/../..`;
const PROXY = 'infra/proxy/nginx.conf';

/** Folders that contain only generated files. */
export const GENERATED_FOLDERS = ['.github/docs/errors', 'contracts/schemas/events'];

/** Every file that `npm run generate` writes for people and for other programs: path → text. `root` has the code. */
export const generatedFiles = (
  { annalsCatalogue, configurationOf, contracts, problemCatalogue, routesOf } = product,
  root = here,
) => {
  const catalogue = annalsCatalogue(configurationOf({}));
  const routes = routesOf(catalogue);
  return new Map([
    ['.github/docs/reference.md', referencePage(catalogue, routes, root)],
    ['.github/docs/projector.md', projectorPage()],
    ['.github/docs/engines.md', enginesPage()],
    ['infra/observability/alerts.engines.yml', engineAlerts()],
    [PROXY, withProcesses(readFileSync(`${root}/${PROXY}`, 'utf8'), routes)],
    ...errorPages(problemCatalogue),
    ...eventSchemas(contracts),
  ]);
};
