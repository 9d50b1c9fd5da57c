import { lazy, Suspense, useState } from 'react';
import type { Field } from '../../api/catalogue.js';
import { entered, isConflict, settled, type Shown } from '../conflict/conflict.js';
import type { useCommandForm } from './use-command-form.js';

const ConflictDialog = lazy(() => import('../conflict/dialog.js'));

/** A record that a command changes, as it is shown; `fields` are those that are compared, if not those of the command. */
export type ChangedRecord = Shown & { readonly fields?: readonly Field[] };

type Props = {
  readonly form: Pick<ReturnType<typeof useCommandForm>, 'error' | 'fields' | 'body' | 'sendAs' | 'at'>;
  /** The record as it was shown when the form was opened. */
  readonly original: ChangedRecord | undefined;
  readonly record: ChangedRecord | undefined;
};

/** Where the record has changed since the form was opened: what is sent then. */
export const FormConflict = ({ form, original, record }: Props) => {
  const [left, leave] = useState<unknown>();
  const { error: problem } = form;
  if (!original || !record || !isConflict(problem) || problem === left) return null;
  const takes = (name: string) => form.fields.some((field) => field.name === name);
  const body = form.body();
  // What was shown when a draft of before was begun is not known: a draft has nothing of its record.
  const isKnown = form.at === (original.revision ?? null);
  const { values } = isKnown ? original : record;
  const conflict = {
    ...{ problem, original: values, mine: entered(body, values), isOriginalKnown: isKnown },
    send: (chosen: Shown['values'], now: Shown) => form.sendAs(settled(body, chosen, now.values), now.revision),
    leave: () => leave(problem),
  };
  return (
    <Suspense fallback={null}>
      <ConflictDialog {...{ conflict, record, fields: record.fields ?? form.fields, canChange: takes }} />
    </Suspense>
  );
};
