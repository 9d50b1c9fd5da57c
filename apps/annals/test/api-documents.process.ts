import { tool } from '../../../infra/clients/tools.mjs';
import { root } from './stage.js';

const CLIENTS = `${root}/infra/clients`;

it('pass the strict rules of Redocly', () => {
  const found = tool(
    'redocly',
    'lint',
    '--config',
    `${CLIENTS}/redocly.yaml`,
    '--format',
    'json',
    'contracts/openapi.json',
  );
  expect(JSON.parse(found)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
});

it.each(['openapi', 'asyncapi'])('pass the rules of Spectral: %s', (name) => {
  const found = tool(
    'spectral',
    'lint',
    '-r',
    `${CLIENTS}/spectral.yaml`,
    '-F',
    'hint',
    '-f',
    'json',
    `contracts/${name}.json`,
  );
  expect(found).toMatch(/^\[\]/); // a sentence for people follows
});
