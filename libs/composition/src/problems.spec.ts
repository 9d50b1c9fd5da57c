import { sentenceOf, type Language } from '@annals/event-sourcing';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { contracts } from './catalogue.js';
import { problemCatalogue, type CatalogueProblem } from './problems.js';

const root = resolve(import.meta.dirname, '../../..');
const LANGUAGES: readonly Language[] = ['en', 'zh'];
const placeholdersIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
const named = (problem: CatalogueProblem) => LANGUAGES.flatMap((language) => placeholdersIn(problem.detail[language]));

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

it('knows what is personal', () => expect([...PERSONAL]).toEqual(expect.arrayContaining(['name', 'email', 'phone'])));

it('has each code once', () => {
  const codes = problemCatalogue.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

describe.each(problemCatalogue.map((problem) => [problem.code, problem] as const))('%s', (_, problem) => {
  it('is said in English and in Chinese', () => {
    const { title, detail } = problem;
    expect(title.en).toMatch(/^[A-Z][^\u4e00-\u9fff]*[^.]$/);
    expect(detail.en).toMatch(/^[A-Z{`“][^\u4e00-\u9fff]*[.]$/);
    expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(title.zh).not.toMatch(/。$/);
    expect(detail.zh).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  it('has an example of all that its sentences name, in which nothing stays open', () => {
    const { example = {} } = problem;
    expect(named(problem).filter((name) => !Object.hasOwn(example, name))).toEqual([]);
    for (const sentence of Object.values(sentenceOf(problem, example))) expect(sentence).not.toMatch(/\{\w+\}/);
  });

  it('has words only for details that its sentences name', () => {
    expect(Object.keys(problem.values ?? {}).filter((name) => !named(problem).includes(name))).toEqual([]);
  });

  // What stands beside a row or a message may quote it.
  it('has no details that are personal data, if an answer may have it', () => {
    if (problem.statuses.length === 0) return;
    const known = Object.keys(problem.example ?? {});
    expect(known.filter((name) => PERSONAL.has(name))).toEqual([]);
  });
});

/** The names of personal fields of events. */
const PERSONAL = new Set(
  contracts.flatMap(({ personalFields }) =>
    personalFields.map(({ path }) => path.replace('[]', '').split('.').at(-1)!),
  ),
);
