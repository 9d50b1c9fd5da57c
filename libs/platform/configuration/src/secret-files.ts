import { readFileSync } from 'node:fs';
import { fileOf, type Setting } from './setting.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment with the secrets that are read from files, and a sentence for each that cannot be read. */
export const withSecretsOfFiles = (
  given: Environment,
  declared: readonly Setting[],
): { readonly environment: Environment; readonly problems: readonly string[] } => {
  const environment = { ...given };
  const problems: string[] = [];
  for (const { name } of declared.filter(({ secret }) => secret)) {
    const file = given[fileOf(name)]?.trim();
    if (!file) continue;
    if (given[name]?.trim()) problems.push(`${name} and ${fileOf(name)} are both set; only one of them may be.`);
    else environment[name] = textIn(file) ?? void problems.push(`The file that ${fileOf(name)} names cannot be read.`);
  }
  return { environment, problems };
};

const textIn = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
};
