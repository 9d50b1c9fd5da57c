import { personalIn, problemLaws } from '@annals/laws';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { contracts } from './catalogue.js';
import { problemCatalogue } from './problems.js';

const root = resolve(import.meta.dirname, '../../..');

it('has every problem that is declared anywhere', async () => {
  const files = globSync('{contracts,libs}/**/src/**/*.problems.ts', { cwd: root });
  const modules = await Promise.all(files.map((file) => import(`${root}/${file}`) as Promise<object>));
  const declared = modules.flatMap((module) =>
    Object.values(module).flatMap(
      (each: { readonly types?: readonly { readonly code: string }[] }) => each.types ?? [],
    ),
  );
  expect(declared.length).toBeGreaterThan(100);
  const known = new Set(problemCatalogue.map(({ code }) => code));
  expect(declared.map(({ code }) => code).filter((code) => !known.has(code))).toEqual([]);
});

it('knows what is personal', () =>
  expect([...personalIn(contracts)]).toEqual(expect.arrayContaining(['name', 'email', 'phone'])));

problemLaws(problemCatalogue, contracts);
