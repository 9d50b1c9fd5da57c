import { collectionOf } from '@annals/event-sourcing';
import type { AnyProjection } from '../views/any-projection.js';

export type Made = 'by-this-version' | 'by-an-older' | 'by-a-newer';

/** Which version of the projection built a collection: this one, an older or a newer one. */
export const madeBy = ({ name, version }: AnyProjection, collection: string): Made => {
  const made = buildOf(name, collection)?.version ?? 0;
  if (made === version) return 'by-this-version';
  return made < version ? 'by-an-older' : 'by-a-newer';
};

/** The version and the number of the rebuild that `customer-file-v1.b7` names; `undefined` if it is not of this view. */
export const buildOf = (view: string, collection: string) => {
  if (!collection.startsWith(`${view}-v`)) return undefined;
  const [, version, build] = /^(\d+)(?:\.b(\d+))?$/.exec(collection.slice(view.length + 2)) ?? [];
  return version === undefined ? undefined : { version: Number(version), build: Number(build ?? 0) };
};

/** A name that no collection of the view has used. */
export const freshName = (projection: AnyProjection, collections: readonly string[]): string => {
  const builds = collections.map((name) => buildOf(projection.name, name)?.build ?? 0);
  return `${collectionOf(projection)}.b${Math.max(0, ...builds) + 1}`;
};
