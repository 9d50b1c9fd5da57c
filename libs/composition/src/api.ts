import type { ApiDescription } from '@annals/http';
import { readFileSync } from 'node:fs';

const root = `${import.meta.dirname}/../../..`;

const read = (path: string): unknown => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));

/** What the description of the API says that the code does not know by itself. */
export const apiDescription = (): ApiDescription => ({
  version: (read('package.json') as { readonly version: string }).version,
  answers: read('contracts/schemas/answers.json') as ApiDescription['answers'],
});
