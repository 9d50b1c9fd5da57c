import { isSame } from '../../design/is-same.js';
import { byPath } from './profile-paths.js';

/** The two customers of a merge: that of the page, and the other one. */
export const SIDES = ['one', 'other'] as const;
export type Side = (typeof SIDES)[number];

type Profile = object;

/** A field of which the two say different things; `null` for nothing. */
export type Difference = { readonly field: string; readonly one: unknown; readonly other: unknown };

/** Two customers that are merged are of one kind, and contact persons of both are kept. */
const NOT_CHOSEN = new Set(['kind', 'contactPersons']);

/** What two profiles say differently, first that of which both say something. */
export const differencesOf = (one: Profile, other: Profile): readonly Difference[] => {
  const [mine, others] = [byPath(one), byPath(other)];
  return [...new Set([...Object.keys(mine), ...Object.keys(others)])]
    .filter((field) => !NOT_CHOSEN.has(field))
    .map((field) => ({ field, one: mine[field] ?? null, other: others[field] ?? null }))
    .filter((each) => !isSame(each.one, each.other))
    .toSorted((former, latter) => Number(isFilled(former)) - Number(isFilled(latter)));
};

const isFilled = ({ one, other }: Difference) => one === null || other === null;

/** The default choice for a field: the value of the survivor, or the other one if the survivor has none. */
export const usualSide = (difference: Difference, survivor: Side): Side =>
  difference[survivor] === null ? opposite(survivor) : survivor;

export const opposite = (side: Side): Side => (side === 'one' ? 'other' : 'one');

/** The choices as the command takes them. */
export const choicesFor = (sides: ReadonlyMap<string, Side>, survivor: Side) =>
  Object.fromEntries([...sides].map(([field, side]) => [field, side === survivor ? 'survivor' : 'merged'] as const));
