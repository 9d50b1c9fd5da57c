import { createHash } from 'node:crypto';

const MOST = 100; // characters of the mapping's name

/** The id of an import, by the name of its mapping and what names its files: the same ones are the same import. */
export const importId = (mapping: string, files: readonly string[]): string => {
  const hash = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
  return `${mapping.slice(0, MOST)}-${hash}`;
};
