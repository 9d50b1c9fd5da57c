import { add, fieldOf, type FieldValue, type Group } from '@annals/event-sourcing';
import type { Readable } from '@annals/projecting';

export const OWNER = 'owner:';

/** The fields of a view that say who looks after a record. */
export const partiesOf = ({ fields = {} }: Readable<never>): readonly string[] =>
  Object.entries(fields).flatMap(([name, { party }]) => (party ? [name] : []));

/** The customer that a document is about, and the scope keys that it has besides those of its customer. */
export const subjectOf = <D extends object>(view: Readable<D>, document: D) => ({
  customerId: customerIn(fieldOf(view, 'customer', document)),
  keys: partiesOf(view)
    .flatMap((name) => fieldOf(view, name, document))
    .flatMap((id) => (typeof id === 'string' ? [`${OWNER}${id}`] : [])),
});

/** Whether each document of a view has the scope keys of its customer, in a field `scopes`. */
export const keepsScopes = ({ fields = {} }: Readable<never>): boolean => 'scopes' in fields;

/** The scope keys in a document of such a view. */
export const scopesOf = <D extends object>(view: Readable<D>, document: D): readonly string[] =>
  [fieldOf(view, 'scopes', document)].flat().map(String);

const customerIn = (value: FieldValue) => (value === null ? null : String(value));

/** Groups merged by the first `width` values of their keys. */
export const merged = (groups: readonly Group[], width: number): readonly Group[] => {
  const found = new Map<string, Group>();
  for (const { key, count, sums, amounts } of groups) {
    const short = key.slice(0, width);
    const name = JSON.stringify(short);
    const known = found.get(name);
    found.set(name, {
      key: short,
      count: count + (known?.count ?? 0),
      sums: sums.map((sum, index) => sum + (known?.sums[index] ?? 0)),
      amounts: amounts.map((amount, index) => add(amount, known?.amounts[index] ?? '0')),
    });
  }
  return [...found.values()];
};
