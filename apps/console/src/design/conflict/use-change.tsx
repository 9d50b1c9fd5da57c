import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Field } from '../../api/catalogue.js';
import { isConflict, type Conflict, type Shown } from './conflict.js';

const ConflictDialog = lazy(() => import('./dialog.js'));

type Values = Readonly<Record<string, unknown>>;

type Options = {
  /** The record as it is shown now. */
  readonly record: Shown;
  readonly fields: readonly Field[];
  /** Changes the record to these values, if it has this revision. */
  readonly send: (values: Values, reason: string, record: Shown) => Promise<void>;
  readonly canChange?: (name: string) => boolean;
  readonly show?: (name: string, value: unknown) => ReactNode;
};

/** `at` is the revision of the record that was shown when the user began. */
type Change = (value: unknown, reason: string, at: number | null) => Promise<void>;

/**
 * Changes of one field at a time. A change holds on to the record that was shown when it began; where that has changed
 * since, the dialog asks which values are to be kept, and the promise waits for the answer.
 */
export const useChange = ({ record, fields, send, canChange = () => true, show }: Options) => {
  const [conflict, setConflict] = useState<Conflict>();
  const settle = (
    original: Shown,
    mine: Values,
    reason: string,
    problem: Conflict['problem'],
    isOriginalKnown: boolean,
  ) =>
    new Promise<void>((resolve, reject) =>
      setConflict({
        ...{ problem, original: original.values, mine, isOriginalKnown },
        send: async (chosen, now) => {
          if (Object.keys(chosen).length > 0) await send(chosen, reason, now);
          setConflict(undefined);
          resolve();
        },
        leave: () => {
          setConflict(undefined);
          reject(problem);
        },
      }),
    );
  const changing =
    (name: string): Change =>
    async (value, reason, at) => {
      const mine = { [name]: value };
      try {
        await send(mine, reason, { ...record, revision: at });
      } catch (error) {
        if (!isConflict(error)) throw error;
        await settle(record, mine, reason, error, at === (record.revision ?? null));
      }
    };
  const dialog = conflict && (
    <Suspense fallback={null}>
      <ConflictDialog {...{ conflict, record, fields, canChange, show }} />
    </Suspense>
  );
  return { changing, dialog };
};
