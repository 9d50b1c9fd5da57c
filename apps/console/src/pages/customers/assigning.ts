import { newKey } from '../../api/new-key.js';
import type { BulkChange } from '../../design/bulk/bulk-run.js';
import { addressOf } from '../../design/addresses.js';
import type { components } from '../../generated/api.js';

export type CustomerRow = components['schemas']['CustomerRow'];

type Owner = { readonly id: string };

/** What is entered: the owner, a reason if there is one. */
export type Assignment = { readonly owner: Owner; readonly reason?: string };

const NAME = 'AssignOwner';

/** Assigns an owner to each customer; those that had another one before can be assigned back. `name` is that of the owner. */
export const assignmentOf = (rows: readonly CustomerRow[], assignment: Assignment, name: string): BulkChange => ({
  title: { en: `Owner: ${name}`, zh: `负责人：${name}` },
  items: rows.map(({ customerId, name: called, owner: before }) => ({
    id: customerId,
    name: called ?? customerId,
    to: addressOf.customer(customerId),
    command: { name: NAME, fields: { customerId, ...assignment }, key: newKey() },
    ...(before && before.id !== assignment.owner.id && { reverse: reverseTo(customerId, { id: before.id }) }),
  })),
});

const reverseTo =
  (customerId: string, owner: Owner) =>
  ({ revision }: { readonly revision: number }) => ({
    ...{ name: NAME, fields: { customerId, owner }, revision, key: newKey() },
  });
