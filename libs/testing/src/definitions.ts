import type { Contract } from '@annals/event-sourcing';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

/** SHA-256 of each version: `customer-file` 1 → 4f2a… */
export type Definitions = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Named = { readonly name: string; readonly version: number };

/** Each projection's version with a hash of its code: its file with imports, and the analytics methods if it uses them. */
export const projectionDefinitions = (projections: readonly Named[], root: string): Definitions => {
  const methods = codeIn(`${root}/libs/analytics/src`);
  return Object.fromEntries(
    projections.map(({ name, version }) => {
      const code = codeFrom(fileOf(name, root));
      const all = code.includes('@annals/analytics') ? [code, methods] : [code];
      return [name, { [version]: hashOf(all.join('\n')) }];
    }),
  );
};

/** Every version of each contract with its schema. */
export const contractDefinitions = (contracts: readonly Contract[]): Definitions =>
  Object.fromEntries(
    contracts.map((contract) => {
      const versions = Array.from({ length: contract.version }, (_, index) => index + 1);
      return [contract.type, Object.fromEntries(versions.map((each) => [each, hashOf(schemaOf(contract, each))]))];
    }),
  );

/** Differences between the current and the accepted definitions, in words. */
export const undeclared = (accepted: Definitions, now: Definitions): readonly string[] => [
  ...Object.entries(now).flatMap(([name, versions]) =>
    Object.entries(versions).flatMap(([version, hash]) => {
      const known = accepted[name]?.[version];
      if (known === undefined) return [`${name} v${version} is new`];
      return known === hash ? [] : [`${name} v${version} is not what it was`];
    }),
  ),
  ...Object.keys(accepted).flatMap((name) => (name in now ? [] : [`${name} is gone`])),
];

/** Those of `undeclared` that break released versions, whose data is stored. */
export const broken = (accepted: Definitions, now: Definitions): readonly string[] =>
  undeclared(accepted, now).filter((each) => each.endsWith('is not what it was'));

/** The file named as the projection. */
const fileOf = (projection: string, root: string): string => {
  const [file, ...others] = globSync(`projections/*/src/**/${projection}.ts`, { cwd: root });
  if (file === undefined || others.length > 0) throw new Error(`Exactly one file must be called ${projection}.ts.`);
  return `${root}/${file}`;
};

/** The code of a file and its imports within the package, without comments, layout and types. */
const codeFrom = (entry: string): string => {
  const codes = new Map<string, string>();
  const visit = (path: string) => {
    if (codes.has(path)) return;
    const code = emitted(readFileSync(path, 'utf8'));
    codes.set(path, code);
    const imported = ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
    for (const file of imported.filter((each) => each.startsWith('.')))
      visit(resolve(dirname(path), file.replace(/\.js$/, '.ts')));
  };
  visit(entry);
  return [...codes].map(([path, code]) => `${relative(dirname(entry), path)}\n${code}`).join('\n');
};

const codeIn = (folder: string): string =>
  globSync('**/*.ts', { cwd: folder, exclude: (path) => path.endsWith('.spec.ts') })
    .toSorted()
    .map((path) => `${path}\n${emitted(readFileSync(`${folder}/${path}`, 'utf8'))}`)
    .join('\n');

const emitted = (source: string) =>
  ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, removeComments: true },
  }).outputText;

const schemaOf = (contract: Contract, version: number) => JSON.stringify(shape(contract.jsonSchema(version)));

/** Annotations of a schema, which do not affect stored data. */
const NOTES = ['label', 'values', 'examples', 'description', 'descriptionZh', 'personal', 'identifies', 'namesUser'];

/** The names below `properties` are names of fields. */
const shape = (value: unknown, isNamed = false): unknown => {
  if (Array.isArray(value)) return value.map((each) => shape(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => isNamed || !NOTES.includes(name))
      .map(([name, each]) => [name, shape(each, name === 'properties' && !isNamed)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
};

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
