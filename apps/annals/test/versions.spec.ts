import { annalsCatalogue, configurationOf, contracts } from '@annals/composition';
import { contractDefinitions, projectionDefinitions, undeclared, type Definitions } from '@annals/testing/definitions';
import { readFileSync } from 'node:fs';

const root = `${import.meta.dirname}/../../..`;
const accepted = (file: string) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) as Definitions;

// If it fails: give what has changed a new version, then run "npm run generate".
it('gives a changed projection a new version, because stores have documents of the old one', () => {
  const now = projectionDefinitions(annalsCatalogue(configurationOf({})).views, root);
  expect(undeclared(accepted('projections/versions.json'), now)).toEqual([]);
});

it('gives a changed contract a new version, because logs have events of the old one', () => {
  expect(undeclared(accepted('contracts/versions.json'), contractDefinitions(contracts))).toEqual([]);
});
