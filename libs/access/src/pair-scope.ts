import type { RequestedCommand } from '@annals/http';
import type { Places } from '@annals/slice';
import { accessProblems } from './access.problems.js';
import type { PlacesNow } from './places-now.js';
import type { Permission, Rights } from './rights.js';
import { isWithinScope } from './within-scope.js';

/** The fields of a command with the two customers that it is about, and the right that it needs. */
export type PairRule = { readonly about: string; readonly alsoAbout: string; readonly needs: Permission };

/**
 * Of a pair, the right has to hold for each: the record of the pair belongs to both. Throws `HttpProblem` 403 `OutOfScope`,
 * and 404, or 422 for the second customer, about what the caller does not even see.
 */
export const expectBothInScope = async (
  rights: Rights,
  { about, alsoAbout, needs }: PairRule,
  { fields }: RequestedCommand,
  { places, now }: { readonly places: Places; readonly now: PlacesNow },
): Promise<void> => {
  for (const field of [about, alsoAbout]) {
    const id = `${fields[field] as string}`;
    const keys = (await now.keysOf(id)) ?? [];
    if (isWithinScope(rights, needs, keys)) continue;
    if (field === alsoAbout) places.refuseUnknown(id);
    throw accessProblems.problem('CustomerNotFound', { id });
  }
};
