import { asFieldChange, type CustomerEvent, type JsonValue, type RecordedChange } from '@annals/contracts-customers';
import type { ImmutableMap, Of } from '@annals/event-sourcing';

/** Reason, source and effective date of a change. */
export type ChangeNotes = Pick<Of<CustomerEvent, 'CustomerDataChanged'>['data'], 'reason' | 'source' | 'effectiveDate'>;

/** A value from its date on, until the next one. */
export type Told = { readonly since: string; readonly after: JsonValue; readonly notes: ChangeNotes };

/** The key of a value, by its path and since when it stands. */
export const toldKey = (field: string, since: string) => `${field}\n${since}`;

/** All values that a change says, beside those before. */
export const toldAfter = (
  told: ImmutableMap<Told>,
  { changes, ...notes }: ChangeNotes & { readonly changes: readonly RecordedChange[] },
  since: string,
): ImmutableMap<Told> =>
  changes
    .map(asFieldChange)
    .reduce((known, { field, after }) => known.with(toldKey(field, since), { since, after, notes }), told);
