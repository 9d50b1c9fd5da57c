// Installs the tools of package.json beside this file, once, and the generator of Java and Python clients from Maven.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const here = import.meta.dirname;
const GENERATOR = 'org.openapitools:openapi-generator-cli:7.17.0';

/** Runs a program and returns what it printed. Throws an error with its output if it fails. */
export const run = (program, args, options = {}) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${error ?? ''}${stdout}${stderr}`);
  return stdout;
};

/** Runs a tool of package.json: `redocly`, `spectral` or `openapi-typescript`. */
export const tool = (name, ...args) => {
  if (!existsSync(`${here}/node_modules/.bin/${name}`))
    run('npm', ['ci', '--ignore-scripts', '--no-audit'], { cwd: here });
  return run(`${here}/node_modules/.bin/${name}`, args, { env: { ...process.env, REDOCLY_TELEMETRY: 'off' } });
};

/** Writes a client for an OpenAPI document into a folder, by the generator `java` or `python`; returns its folder. */
export const generated = (generator, document, properties, folder) => {
  const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
  run('mvn', ['-q', '-B', copy, `-Dartifact=${GENERATOR}`, `-DoutputDirectory=${folder}`, '-Dmdep.stripVersion=true']);
  const parts = ['apiDocs', 'modelDocs', 'apiTests', 'modelTests'].map((part) => `${part}=false`);
  run('java', [
    ...['-jar', `${folder}/openapi-generator-cli.jar`, 'generate', '-g', generator, '-i', document],
    ...['-o', `${folder}/client`, '--additional-properties', properties, '--global-property', parts.join()],
  ]);
  return `${folder}/client`;
};
