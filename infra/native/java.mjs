import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';

const OLDEST = 17;
const cache = `${import.meta.dirname}/../../node_modules/.cache/annals-native`;

const NEEDED = `Engines need Java ${OLDEST} or newer and Maven on the PATH.`;

/** The path of a sufficiently new Java. Throws an error that names what is missing. */
export const findJava = () => {
  const home = process.env.JAVA_HOME;
  const java = home && existsSync(`${home}/bin/java`) ? `${home}/bin/java` : 'java';
  const { stderr, error } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  if (error) throw new Error(`No Java found. ${NEEDED}`);
  const version = /version "(\d+)/.exec(stderr)?.[1];
  if (!(Number(version) >= OLDEST)) throw new Error(`${java} is Java ${version ?? 'unknown'}. ${NEEDED}`);
  return java;
};

/**
 * The class path of `dependencies`, each `group:artifact:version`, with their transitive dependencies. Maven runs once;
 * `name` is the folder of the cached result.
 */
export const classPathOf = (name, dependencies) => {
  const folder = `${cache}/${name}`;
  const pom = pomOf(name, dependencies);
  return known(folder, pom) ?? resolve(folder, pom);
};

const known = (folder, pom) => {
  if (!existsSync(`${folder}/pom.xml`) || readFileSync(`${folder}/pom.xml`, 'utf8') !== pom) return undefined;
  const path = readFileSync(`${folder}/class-path`, 'utf8');
  return path.split(delimiter).every((jar) => existsSync(jar)) ? path : undefined;
};

/** Uses a temporary folder first, because another process may resolve the same dependencies. */
const resolve = (folder, pom) => {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    writeFileSync(`${draft}/pom.xml`, pom);
    runMaven(draft);
    const path = readFileSync(`${draft}/class-path`, 'utf8').trim();
    writeFileSync(`${draft}/class-path`, path);
    mkdirSync(folder, { recursive: true });
    for (const file of ['class-path', 'pom.xml']) renameSync(`${draft}/${file}`, `${folder}/${file}`);
    return path;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

const runMaven = (folder) => {
  const goal = ['dependency:build-classpath', '-Dmdep.outputFile=class-path', '-Dmdep.includeScope=runtime'];
  try {
    execFileSync('mvn', ['-q', '-B', ...goal], { cwd: folder, encoding: 'utf8', stdio: 'pipe', timeout: 300_000 });
  } catch (error) {
    if (error.code === 'ENOENT') throw new Error(`No Maven found. ${NEEDED}`, { cause: error });
    throw new Error(`Maven could not fetch the engine:\n${error.stdout}${error.stderr}`, { cause: error });
  }
};

const pomOf = (name, dependencies) => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>annals</groupId>
  <artifactId>${name}</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${dependencies.map(dependencyOf).join('\n')}
  </dependencies>
</project>
`;

const dependencyOf = (dependency) => {
  const [groupId, artifactId, version] = dependency.split(':');
  const scheme = { groupId, artifactId, version };
  return `    <dependency>${Object.entries(scheme)
    .map(([tag, text]) => `<${tag}>${text}</${tag}>`)
    .join('')}</dependency>`;
};
