import { changeRecord, type EventStore, type RecordStore } from '@annals/event-sourcing';

/** Kind and id of the record of how far unique values are reserved in a normal form. */
export const FORM = { kind: 'identifier-form', id: 'reserved' };

/** How far the log has been gone through; `shared` counts values found that several records have. */
export type FormProgress = {
  readonly form: number;
  readonly position: number;
  readonly shared: number;
  readonly isDone: boolean;
};

/**
 * The progress towards a form. It begins anew for another form, and for a log that was restored to an earlier state, which
 * may lack reservations.
 */
export const progressOf = async (records: RecordStore, log: EventStore, form: number): Promise<FormProgress> => {
  const known = (await records.get(FORM.kind, FORM.id))?.body as FormProgress | undefined;
  const head = await log.head();
  if (known?.form === form && known.position <= head) return known;
  return { form, position: 0, shared: 0, isDone: head === 0 };
};

/** Another process may have been further already: what is done stays done. */
export const keepProgress = async (records: RecordStore, progress: FormProgress): Promise<void> => {
  await changeRecord(records, FORM, (present) => {
    const known = present?.body as FormProgress | undefined;
    const isOlder = known?.form === progress.form && known.isDone && known.position <= progress.position;
    return { body: isOlder ? known : progress };
  });
};
