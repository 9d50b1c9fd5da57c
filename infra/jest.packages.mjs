import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

const packageOf = (path) => {
  const folder = dirname(path);
  return existsSync(join(folder, 'package.json')) ? folder : packageOf(folder);
};
const sizeOf = (suites) => suites.reduce((size, { path }) => size + statSync(path).size, 0);

/** Bytes of the suites of packages that become one suite together. */
const MOST = 200_000;

/** Packages one after the other as long as they are small together. */
const grouped = (packages) =>
  packages.reduce((groups, suites) => {
    const last = groups.at(-1);
    if (!last || sizeOf(last) + sizeOf(suites) > MOST) groups.push([...suites]);
    else last.push(...suites);
    return groups;
  }, []);

const asOne = ([first, ...others]) => {
  if (others.length === 0) return first;
  const { rootDir } = first.context.config;
  const path = join(rootDir, '.nx/suites', `${relative(rootDir, packageOf(first.path))}.cjs`);
  const suites = [first, ...others].map((suite) => [
    JSON.stringify(relative(rootDir, suite.path)),
    JSON.stringify(suite.path),
  ]);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, suites.map(([title, file]) => `describe(${title}, () => void require(${file}));\n`).join(''));
  return { ...first, path };
};

/**
 * Makes one suite of the suites of a package and of small packages, because jest loads all modules anew for each suite, which
 * takes longer than most of the tests. They share the state of modules; titles begin with the file. The largest package is the
 * first.
 */
export default class PackageSequencer extends TestSequencer {
  sort(tests) {
    const packages = [...Map.groupBy(tests, ({ path }) => packageOf(path)).values()];
    return grouped(packages.sort((one, other) => sizeOf(other) - sizeOf(one))).map(asOne);
  }
}
