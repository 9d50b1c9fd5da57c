// Writes contracts/schemas/answers.json: JSON Schema 2020-12 of what queries answer, from the TypeScript types.
// With --check it writes nothing and fails if the file is not as it would be written.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { SchemaWriter } from './type-schema.mjs';

const root = resolve(import.meta.dirname, '..');
const file = `${root}/contracts/schemas/answers.json`;

const sources = () =>
  globSync(['libs/queries/src/**/*.ts', 'libs/platform/*/src/**/*.ts', 'projections/*/src/**/*.ts'], {
    cwd: root,
    exclude: (path) => path.endsWith('.spec.ts'),
  }).map((path) => `${root}/${path}`);

/** What `QueryEndpoint(path, summary, 'Type')` and `@Answers('Type')` name in a file. */
const namesIn = (source) => {
  const names = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && /^(QueryEndpoint|Answers)$/.test(node.expression.getText(source))) {
      const name = node.arguments.at(-1);
      if (ts.isStringLiteral(name)) names.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
};

/** The type that a file means by a name: its own or imported one, or else one that any other file exports. */
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

/** The text of the file as it ought to be. */
const answerSchemas = async () => {
  const { config } = ts.readConfigFile(`${root}/tsconfig.base.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const paths = sources();
  const program = ts.createProgram(paths, options);
  const answers = paths.flatMap((path) => {
    const source = program.getSourceFile(path);
    return ['Problem', ...namesIn(source)].map((name) => [name, typeNamed(name, source, program)]);
  });
  const writer = new SchemaWriter(program.getTypeChecker(), new Map(answers));
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', $defs: writer.definitions };
  return format(JSON.stringify(schema), { ...(await resolveConfig(file)), parser: 'json' });
};

const text = await answerSchemas();
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') === text) process.exit(0);
  console.error('contracts/schemas/answers.json is out of date: run "node infra/schemas.mjs".');
  process.exit(1);
}
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, text);
