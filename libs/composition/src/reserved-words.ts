import { reserveIds } from '@annals/command-bus';
import type { Route } from '@annals/http';
import type { Catalogue } from '@annals/slice';
import { routesOf } from './processes.js';

/** Refuses new records whose ids are words of the paths of routes, such as a deal `pipeline` beside `/v1/deals/pipeline`. */
export const reserveWords = (catalogue: Catalogue): void => {
  let words: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  for (const { command } of catalogue.commands.values()) {
    const field = command.route?.creates;
    if (field) reserveIds(command, () => (words ??= wordsFor(routesOf(catalogue))).get(field) ?? new Set());
  }
};

/** The words that routes have in the place of a parameter, by the name of the parameter. */
export const wordsFor = (routes: readonly Pick<Route, 'path'>[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const paths = routes.map(({ path }) => path.split('/'));
  const found = paths.flatMap((path) =>
    path.flatMap((part, index) => {
      if (!isParameter(part)) return [];
      const beside = paths.filter((other) => index < other.length && begins(other, path.slice(0, index)));
      return beside.map((other) => ({ name: part.slice(1, -1), word: other[index]! }));
    }),
  );
  const words = Map.groupBy(
    found.filter(({ word }) => !isParameter(word)),
    ({ name }) => name,
  );
  return new Map([...words].map(([name, all]) => [name, new Set(all.map(({ word }) => word))]));
};

const isParameter = (part: string) => part.startsWith('{');

const begins = (path: readonly string[], start: readonly string[]) =>
  start.every((part, index) => isParameter(part) || isParameter(path[index]!) || part === path[index]);
