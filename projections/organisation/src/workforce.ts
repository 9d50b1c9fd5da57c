import { Chart } from './chart.js';
import type { DirectoryEntry, DirectoryUnit, DirectoryUser } from './entry.js';

const isUser = (entry: DirectoryEntry): entry is DirectoryUser => entry.kind === 'user';
const isUnit = (entry: DirectoryEntry): entry is DirectoryUnit => entry.kind !== 'user' && entry.kind !== 'api-key';

/** The users and how units lie in each other, which is what access depends on. */
export const workforceOf = (entries: Iterable<DirectoryEntry>) => {
  const all = [...entries];
  const chart = new Chart(all.filter(isUnit));
  return {
    users: all.filter(isUser),
    within: (unit: 'department' | 'region', ids: readonly string[]) => chart.within(unit, ids),
    nameOf: (unit: 'department' | 'region', id: string) => chart.unit(unit, id)?.name,
  };
};
