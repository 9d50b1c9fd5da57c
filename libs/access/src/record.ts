import type { Group } from '@annals/event-sourcing';

/** A document about a customer, such as a deal, and who looks after it. */
export type CustomerRecord = {
  readonly customerId: string;
  readonly owner?: { readonly id: string } | null;
  readonly assignee?: { readonly id: string } | null;
};

export const OWNER = 'owner:';

/** The marks that a record has besides those of its customer. */
export const partyMarks = ({ owner, assignee }: Omit<CustomerRecord, 'customerId'>): readonly string[] =>
  [owner, assignee].flatMap((staff) => (staff ? [`${OWNER}${staff.id}`] : []));

/** Groups put together by the first so many values of their keys. */
export const merged = (groups: readonly Group[], width: number): readonly Group[] => {
  const found = new Map<string, Group>();
  for (const { key, count, sums } of groups) {
    const short = key.slice(0, width);
    const name = JSON.stringify(short);
    const known = found.get(name);
    found.set(name, {
      key: short,
      count: count + (known?.count ?? 0),
      sums: sums.map((sum, index) => sum + (known?.sums[index] ?? 0)),
    });
  }
  return [...found.values()];
};
