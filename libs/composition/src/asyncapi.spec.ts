import { readFileSync } from 'node:fs';
import { asyncApiDocument } from '@annals/contracts-published';
import { inbound, publications } from './index.js';

const file = `${import.meta.dirname}/../../../contracts/asyncapi.json`;
const document = asyncApiDocument(publications, inbound);

// If it fails: give a shape that has changed a new version, then run "npm run generate".
it('is committed as it is now', () => {
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
});

it('has a schema for every message, and one message for every name', () => {
  expect(Object.keys(document.components.schemas)).toHaveLength(publications.length + inbound.length);
});

it('refers to nothing that is not there', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!.split('/'));
  const missing = refs.filter((path) => {
    const found = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document);
    return found === undefined;
  });
  expect(refs.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
