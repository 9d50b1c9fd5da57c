import { inexactNumberErrors } from '@annals/command-bus';
import { readFile } from 'node:fs/promises';
import { explain, MappingError } from './mapping-error.js';
import { mappingSchema, type Mapping } from './mapping.js';

/** A mapping from its JSON value. Throws `MappingError`. */
export const parseMapping = (json: unknown): Mapping => {
  const { data, error } = mappingSchema.safeParse(json);
  if (error) throw new MappingError(explain(error.issues));
  const problems = crossCheck(data);
  if (problems.length > 0) throw new MappingError(problems);
  return data;
};

/** A mapping from its file. Throws `MappingError`. */
export const loadMapping = async (path: string): Promise<Mapping> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new MappingError([`${path}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`]);
  });
  return parseMapping(parseJson(path, text));
};

const parseJson = (path: string, text: string): unknown => {
  const json = text.replace(/^\uFEFF/, '');
  const parsed = parse(path, json);
  const inexact = inexactNumberErrors(json);
  if (inexact.length > 0) throw new MappingError(inexact.map(({ message }) => message.en));
  return parsed;
};

const parse = (path: string, json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new MappingError([`${path}: ${(error as Error).message}`]);
  }
};

const crossCheck = ({ files, steps }: Mapping): string[] => {
  const unknown = (file: string, where: string) =>
    file in files ? [] : [`${where}: there is no file "${file}" in "files"`];
  const names = steps.map(({ name }) => name);
  return [
    ...Object.entries(files).flatMap(([name, { joins }]) =>
      Object.entries(joins).flatMap(([alias, { file }]) => unknown(file, `files.${name}.joins.${alias}.file`)),
    ),
    ...steps.flatMap(({ file }, index) => unknown(file, `steps.${index}.file`)),
    ...names.flatMap((name, index) =>
      names.indexOf(name) < index ? [`steps.${index}.name: "${name}" is taken by an earlier step`] : [],
    ),
  ];
};
