// Writes JSON Schemas (2020-12) from TypeScript types: contracts/schemas/answers.json of the responses of queries, and
// contracts/schemas/envelope.json of a stored event with all its fields, `data` by the schema of its type and version.
// With --check it writes nothing and fails if a file is out of date.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { SchemaWriter } from './type-schema.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = `${root}/contracts/schemas`;
const $schema = 'https://json-schema.org/draft/2020-12/schema';

const sources = () =>
  globSync(
    [
      'libs/imports/src/**/*.ts',
      'libs/queries/src/**/*.ts',
      'libs/reading/src/**/*.ts',
      'libs/platform/*/src/**/*.ts',
      'projections/*/src/**/*.ts',
    ],
    {
      cwd: root,
      exclude: (path) => path.endsWith('.spec.ts'),
    },
  ).map((path) => `${root}/${path}`);

/** What `QueryEndpoint(path, summary, right, 'Type')`, `Action(path, summary, 'Type')` and `@Answers('Type')` name in a file. */
const namesIn = (source) => {
  const names = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && /^(QueryEndpoint|Answers|Action)$/.test(node.expression.getText(source))) {
      const name = node.arguments.at(-1);
      if (ts.isStringLiteral(name)) names.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
};

/** The type with a name: declared or imported by the file, or else exported by any other file. */
const typeNamed = (name, source, program) => {
  const checker = program.getTypeChecker();
  const local = checker.resolveName(name, source, ts.SymbolFlags.Type, true);
  const exported = (other) => {
    const module = checker.getSymbolAtLocation(other);
    return module && checker.tryGetMemberInModuleExports(name, module);
  };
  const found =
    local ??
    program
      .getRootFileNames()
      .map((path) => exported(program.getSourceFile(path)))
      .find(Boolean);
  if (!found) throw new Error(`${source.fileName} answers with ${name}, a type that no file exports.`);
  const symbol = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  return { symbol, type: checker.getDeclaredTypeOfSymbol(symbol) };
};

const programOf = (paths) => {
  const { config } = ts.readConfigFile(`${root}/tsconfig.base.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return ts.createProgram(paths, options);
};

const answerSchemas = () => {
  const paths = sources();
  const program = programOf(paths);
  const answers = paths.flatMap((path) => {
    const source = program.getSourceFile(path);
    return ['Problem', ...namesIn(source)].map((name) => [name, typeNamed(name, source, program)]);
  });
  const writer = new SchemaWriter(program.getTypeChecker(), new Map(answers));
  return { $schema, $defs: writer.definitions };
};

/** The kernel's `RecordedEvent`; the schemas of data are written by `infra/docs/write.mjs`. */
const envelopeSchema = () => {
  const path = `${root}/libs/event-sourcing/src/message.ts`;
  const program = programOf([path]);
  const recorded = typeNamed('RecordedEvent', program.getSourceFile(path), program);
  const writer = new SchemaWriter(program.getTypeChecker(), new Map([['RecordedEvent', recorded]]));
  const { RecordedEvent: envelope, ...$defs } = writer.definitions;
  const events = globSync('events/*.json', { cwd: folder })
    .map((file) => basename(file, '.json').split('.v'))
    .toSorted(([a, one], [b, other]) => (a === b ? one - other : a < b ? -1 : 1));
  const types = { type: 'string', enum: [...new Set(events.map(([type]) => type))] };
  return {
    ...{ $schema, $id: 'urn:annals:stored-event', ...envelope },
    properties: { ...envelope.properties, type: types },
    allOf: events.map(([type, version]) => ({
      if: { type: 'object', properties: { type: { const: type }, schemaVersion: { const: Number(version) } } },
      then: { type: 'object', properties: { data: { $ref: `urn:annals:stored-event:${type}.v${version}` } } },
    })),
    ...(Object.keys($defs).length > 0 && { $defs }),
  };
};

const written = { 'answers.json': answerSchemas(), 'envelope.json': envelopeSchema() };
const isCheck = process.argv.includes('--check');
for (const [name, schema] of Object.entries(written)) {
  const file = `${folder}/${name}`;
  const text = await format(JSON.stringify(schema), { ...(await resolveConfig(file)), parser: 'json' });
  if (!isCheck) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`contracts/schemas/${name} is out of date: run "npm run generate".`);
    process.exitCode = 1;
  }
}
