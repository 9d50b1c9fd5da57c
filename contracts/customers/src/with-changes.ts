import { asFieldChange, type RecordedChange } from './field-change.js';
import { withValuesAt } from './profile-path.js';
import type { CustomerProfile } from './profile.js';

/** The profile after the changes of an event; a field whose `after` is `null` is removed. */
export const withChanges = <P extends Partial<CustomerProfile>>(profile: P, changes: readonly RecordedChange[]): P =>
  withValuesAt(
    profile,
    changes.map(asFieldChange).map(({ field, after }) => [field, after]),
  );
