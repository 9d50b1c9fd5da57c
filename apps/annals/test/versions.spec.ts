import { loadConfiguration } from '@annals/configuration';
import { contractDefinitions, projectionDefinitions, undeclared, type Definitions } from '@annals/testing';
import { readFileSync } from 'node:fs';
import { contracts, projectionsFor } from '@annals/service';

const root = `${import.meta.dirname}/../../..`;
const accepted = (file: string) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) as Definitions;

// If it fails: give what has changed a new version, then run "node infra/versions.mjs".
it('gives a projection that has changed a new version, since documents of the old one are in stores', () => {
  const now = projectionDefinitions(projectionsFor(loadConfiguration({}).lifecycle), root);
  expect(undeclared(accepted('projections/versions.json'), now)).toEqual([]);
});

it('gives a contract that has changed a new version, since events of the old one are in logs', () => {
  expect(undeclared(accepted('contracts/versions.json'), contractDefinitions(contracts))).toEqual([]);
});
