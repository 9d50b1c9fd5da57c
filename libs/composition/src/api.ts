import type { ApiDescription } from '@annals/http';
import { readFileSync } from 'node:fs';

const root = `${import.meta.dirname}/../../..`;

const read = (path: string): unknown => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));

/** The parts of the OpenAPI document that are not derived from the running code: the version and the schemas of answers. */
export const apiDescription = (): ApiDescription => ({
  version: (read('package.json') as { readonly version: string }).version,
  answers: read('contracts/schemas/answers.json') as ApiDescription['answers'],
});
