import { asFieldChange, type RecordedChange } from './field-change.js';
import { withValueAt } from './profile-path.js';
import type { CustomerProfile } from './profile.js';

/** The profile after the changes of an event; a field whose `after` is `null` is not known any more. */
export const withChanges = <P extends Partial<CustomerProfile>>(profile: P, changes: readonly RecordedChange[]): P =>
  changes.map(asFieldChange).reduce((changed, { field, after }) => withValueAt(changed, field, after), profile);

type Changing<C> = {
  readonly type: 'CustomerDataChanged' | 'DataChangeTookEffect';
  readonly data: { readonly changes: readonly C[]; readonly number?: number | undefined };
};

/** What an event changes in the profile: a change that takes effect later changes nothing yet. */
export const effectiveChanges = <C>({ type, data: { changes, number } }: Changing<C>): readonly C[] =>
  type === 'DataChangeTookEffect' || number === undefined ? changes : [];
