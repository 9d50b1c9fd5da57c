import { collectionOf } from '@annals/event-sourcing';
import type { AnyProjection } from '../views/any-projection.js';

/** `with-other-settings`: by this version, but its documents are those of other settings. */
export type Made = 'by-this-version' | 'with-other-settings' | 'by-an-older' | 'by-a-newer';

/** Which version of the projection built a collection, and whether with the same settings. */
export const madeBy = (projection: AnyProjection, collection: string): Made => {
  const { name, version } = projection;
  const made = buildOf(name, collection)?.version ?? 0;
  if (made !== version) return made < version ? 'by-an-older' : 'by-a-newer';
  return isOf(projection, collection) ? 'by-this-version' : 'with-other-settings';
};

/** Whether a collection is the projection's, or a rebuild of it. */
export const isOf = (projection: AnyProjection, collection: string): boolean =>
  collection.split('.')[0] === collectionOf(projection);

/**
 * The version and the number of the rebuild that `customer-file-v1.b7` or `lifecycle-v6-9c3a4f2be01d7785.b7` names;
 * `undefined` if it is not of this view.
 */
export const buildOf = (view: string, collection: string) => {
  if (!collection.startsWith(`${view}-v`)) return undefined;
  const [, version, build] = /^(\d+)(?:-[\da-f]{16})?(?:\.b(\d+))?$/.exec(collection.slice(view.length + 2)) ?? [];
  return version === undefined ? undefined : { version: Number(version), build: Number(build ?? 0) };
};

/** A name that no collection of the view has used. */
export const freshName = (projection: AnyProjection, collections: readonly string[]): string => {
  const builds = collections.map((name) => buildOf(projection.name, name)?.build ?? 0);
  return `${collectionOf(projection)}.b${Math.max(0, ...builds) + 1}`;
};
