import { useSyncExternalStore } from 'react';
import { send } from '../../api/command.js';
import { BulkRun, type BulkChange } from './bulk-run.js';

let run: BulkRun | undefined;
let version = 0;
const listeners = new Set<() => void>();

const changed = () => {
  version += 1;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Begins a change of many records, in place of an earlier one, whose result is not shown any more. */
export const startBulk = (change: BulkChange): void => {
  run = new BulkRun(change, { send, wait, changed });
  void run.go();
};

/** Forgets a change that has ended. */
export const closeBulk = (): void => {
  run = undefined;
  changed();
};

/** The change of many records that is carried out or was the last; the component follows it. */
export const useBulkRun = (): BulkRun | undefined => {
  useSyncExternalStore(subscribe, () => version);
  return run;
};
