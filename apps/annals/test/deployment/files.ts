import { settings } from '@annals/composition';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { root } from '../stage.js';

export const infra = join(root, 'infra');

/** The processes of a distributed installation, from the folders in `apps`. */
export const processes: readonly string[] = readdirSync(join(root, 'apps'), { withFileTypes: true })
  .filter(({ name }) => name !== 'annals' && existsSync(join(root, 'apps', name, 'src/main.ts')))
  .map(({ name }) => name);

/** Names of variables that Annals reads, including those with the file of a secret. */
export const variables: readonly string[] = settings.flatMap(({ name, secret }) =>
  secret ? [name, `${name}_FILE`] : [name],
);

/** With an explicit version instead of the latest. */
export const PINNED = /^[a-z][\w./-]*:v?\d+\.\d+\.\d+[\w.-]*$/;

export const textOf = (file: string): string => readFileSync(join(infra, file), 'utf8');

/** Anchors and merge keys are resolved. */
export const yamlOf = <T>(file: string): T => parse(textOf(file), { merge: true }) as T;

export const jsonOf = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

export type Manifest = { readonly file: string; readonly kind: string; readonly spec?: unknown };

/** All Kubernetes manifests. */
export const manifests: readonly Manifest[] = readdirSync(join(infra, 'kubernetes'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) =>
    parseAllDocuments(textOf(join('kubernetes', file)), { merge: true }).map((document) => ({
      ...(document.toJS() as Omit<Manifest, 'file'>),
      file,
    })),
  );

/** Every value under a name, at any depth. */
export const everyUnder = (name: string, value: unknown): readonly unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, each]) => [
    ...(key === name ? [each] : []),
    ...everyUnder(name, each),
  ]);
};
