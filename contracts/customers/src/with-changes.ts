import { asFieldChange, type RecordedChange } from './field-change.js';
import { withValueAt } from './profile-path.js';
import type { CustomerProfile } from './profile.js';

/** The profile after the changes of an event; a field whose `after` is `null` is removed. */
export const withChanges = <P extends Partial<CustomerProfile>>(profile: P, changes: readonly RecordedChange[]): P =>
  changes.map(asFieldChange).reduce((changed, { field, after }) => withValueAt(changed, field, after), profile);
