import { withValueAt, type JsonValue } from './profile-path.js';
import type { CustomerProfile } from './profile.js';

type Change = { readonly field: string; readonly after: JsonValue };

/** The profile after the changes of a `CustomerDataChanged`; a field whose `after` is `null` is not known any more. */
export const withChanges = <P extends Partial<CustomerProfile>>(profile: P, changes: readonly Change[]): P =>
  changes.reduce((changed, { field, after }) => withValueAt(changed, field, after), profile);
