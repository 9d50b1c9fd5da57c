import type { AnyProjection } from '@annals/projecting';
import { counted, smudged, tallies, type TallyEvent } from '@annals/testing';

/** Parks its document until the projection is mended. */
export const smudge = smudged('b');
/** No key can be determined of this event until the projection is mended. */
export const broken = counted('broken');
/** The two views of a program. Version 2 counts tenfold; a mended program takes every event. */
export const viewsOf = (version: number, isMended: boolean): readonly AnyProjection[] => {
  const Counted = (tally: { sum: number } | null, { data }: { data: { by: number } }) => ({
    sum: (tally?.sum ?? 0) + (version === 1 ? 1 : 10) * data.by,
    marks: [],
  });
  const keyOf = (event: TallyEvent) => {
    if (!isMended && event.type === 'Counted' && event.data.tally === 'broken') throw new Error('No key.');
    return event.type === 'Moved' ? [...new Set([event.data.from, event.data.to])] : event.data.tally;
  };
  const Smudged = isMended ? (tally: object | null) => tally : tallies.on.Smudged;
  const view = { ...tallies, version, key: keyOf, on: { ...tallies.on, Counted, Smudged } };
  return [view, { ...view, name: 'others' }] as readonly AnyProjection[];
};
