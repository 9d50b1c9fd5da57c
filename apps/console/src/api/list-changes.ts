import type { LiveEvent } from './live.js';

/** The streams of the records of a list, by its path. */
const STREAMS: Readonly<Record<string, RegExp>> = {
  '/v1/attachments': /^attachment-/,
  '/v1/complaints': /^complaint-/,
  '/v1/contacts': /^contacts-/,
  '/v1/customers': /^customer-/,
  '/v1/deals': /^deal-/,
  '/v1/lead-forms': /^leadform-/,
  '/v1/lead-rules': /^leadrule-/,
  '/v1/leads': /^lead-/,
  '/v1/needs': /^customer-/,
  '/v1/offers': /^offer-/,
  '/v1/products': /^product-/,
  '/v1/quotes': /^quote-/,
  '/v1/tasks': /^task-/,
};

/** A line of a list, as far as it says whose it is. */
export type ListedRow = { readonly customerId?: unknown };

/** What may have changed with an event in a list that shows these rows: a record, or the customer of a row. */
export const changedIn = (
  list: string,
  rows: readonly ListedRow[],
  { stream, subject, subjects = [] }: LiveEvent,
): string | undefined => {
  if (STREAMS[list]?.test(stream)) return stream;
  const isAbout = ({ customerId }: ListedRow) =>
    customerId === subject || (typeof customerId === 'string' && subjects.includes(customerId));
  return rows.some(isAbout) ? `customer-${subject}` : undefined;
};

type Change = { readonly position: number; readonly isOwn: boolean };

const followed = new Map<string, number>();
const changes = new Map<string, Map<string, Change>>();
const listeners = new Set<() => void>();

const tell = () => {
  for (const changed of listeners) changed();
};

/** Changes of these lists are noted until the returned function is called. */
export const followLists = (lists: readonly string[]): (() => void) => {
  for (const list of lists) followed.set(list, (followed.get(list) ?? 0) + 1);
  return () => {
    for (const list of lists) {
      followed.set(list, followed.get(list)! - 1);
      if (followed.get(list) === 0) changes.delete(list);
    }
  };
};

/** Notes that a record of a list has changed, by the user or by others. */
export const noteChange = (list: string, record: string, change: Change): void => {
  if (!followed.get(list)) return;
  const before = changes.get(list) ?? new Map<string, Change>();
  const isOwn = change.isOwn && (before.get(record)?.isOwn ?? true);
  changes.set(list, new Map([...before, [record, { ...change, isOwn }]]));
  tell();
};

/** Forgets changes that are shown by now: those up to a position, or only the user's own. */
export const settleChanges = (lists: readonly string[], upTo: number, isOwn = false): void => {
  for (const list of lists) {
    const left = [...(changes.get(list) ?? [])].filter(([, each]) => each.position > upTo || (isOwn && !each.isOwn));
    changes.set(list, new Map(left));
  }
  tell();
};

const recordsIn = (lists: readonly string[], isCounted: (change: Change) => boolean): number =>
  new Set(
    lists.flatMap((list) =>
      [...(changes.get(list) ?? [])].flatMap(([record, each]) => (isCounted(each) ? record : [])),
    ),
  ).size;

/** How many records of the lists have changed since they were read. */
export const countChanges = (lists: readonly string[]): number => recordsIn(lists, () => true);

/** Those among them that others have changed. */
export const countOfOthers = (lists: readonly string[]): number => recordsIn(lists, ({ isOwn }) => !isOwn);

export const onChanges = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
