import type { Contract, PersonalField } from '@annals/event-sourcing';

/** Personal fields of contracts by event type: `subject` is the customer's, `assignee.name (employee)` is not. */
export const personalPaths = (contracts: readonly Contract[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(contracts.map(({ type, personalFields }) => [type, personalFields.map(told)]));

const told = ({ path, whose }: PersonalField) => (whose === 'customer' ? path : `${path} (${whose})`);
