import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { MappingError } from './mapping-error.js';
import type { Mapping } from './mapping.js';

/** The path of each file of a mapping. */
export type BoundFiles = Readonly<Record<string, string>>;

/**
 * Assigns paths to the files of a mapping. Given files (or the files of a given folder) are matched by name, the others in
 * the order of the mapping; missing ones are expected next to the mapping file. Throws `MappingError`.
 */
export const bindFiles = (mapping: Mapping, mappingPath: string, given: readonly string[]): BoundFiles => {
  const bound = new Map<string, string>();
  const named = Object.entries(mapping.files).map(([name, { path }]) => ({
    name,
    base: basename(path ?? `${name}.csv`),
  }));
  const folders = given.filter(isFolder);
  const [matching, others] = partition(
    given.filter((path) => !isFolder(path)),
    (path) => named.some(({ base }) => same(base, path)),
  );

  for (const path of matching) bound.set(named.find(({ base }) => same(base, path))!.name, path);
  for (const { name } of named.filter((file) => !bound.has(file.name))) {
    const next = others.shift();
    if (next !== undefined) bound.set(name, next);
  }
  for (const { name, base } of named.filter((file) => !bound.has(file.name))) {
    const beside = resolve(dirname(mappingPath), mapping.files[name]!.path ?? base);
    const found = [...folders.map((folder) => join(folder, base)), beside].find(exists);
    if (found !== undefined) bound.set(name, found);
  }

  const surplus = others.map((path) => `${path}: the mapping has no file left for it`);
  const gone = [...bound.values()].filter((path) => !exists(path)).map((path) => `${path}: there is no such file`);
  const missing = named
    .filter(({ name }) => !bound.has(name))
    .map(({ name, base }) => `files.${name}: ${base} was not found`);
  if (surplus.length + gone.length + missing.length > 0) throw new MappingError([...surplus, ...gone, ...missing]);
  return Object.fromEntries(bound);
};

const same = (base: string, path: string) => base.toLowerCase() === basename(path).toLowerCase();
const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
const exists = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

const partition = <T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] => [
  all.filter(test),
  all.filter((one) => !test(one)),
];
