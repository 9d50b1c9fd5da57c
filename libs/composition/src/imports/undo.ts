import { EventStore, type BlobStore, type Language, type RecordStore } from '@annals/event-sourcing';
import { counted, importRun, noteRun, undoImport, undoResult, undoResultOf } from '@annals/importing';
import type { UndoCounts, Undone } from '@annals/importing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { undoPortsOf } from '../undo-executor.js';

export type UndoOptions = {
  /** The import. */
  readonly job: string;
  readonly actor: string;
  readonly language: Language;
  readonly stores: { readonly records: RecordStore; readonly blobs: BlobStore };
  /** The import under whose name the result is stored; by default the import itself. */
  readonly resultOf?: string;
  readonly dryRun?: boolean;
  /** Ends it after the records that are under way. */
  readonly signal?: AbortSignal;
  /** Called with what has become of records so far. */
  readonly told?: (counts: UndoCounts) => void;
};

const NONE: UndoCounts = { withdrawn: 0, changedBack: 0, kept: 0 };

/** Undoes what an import has stored, and notes what became of it. A dry run needs an application of a trial engine. */
export const undo = async (app: INestApplicationContext, options: UndoOptions): Promise<UndoCounts> => {
  const { job, actor, language, dryRun = false, resultOf = job, stores, signal } = options;
  const [bus, log, catalogue] = [app.get(CommandBus), app.get(EventStore), app.get<Catalogue>(CATALOGUE)];
  const ports = undoPortsOf({ bus, log, catalogue, job, actor });
  let counts = NONE;
  const told = (results: readonly Undone[]) => {
    counts = counted(counts, results);
    options.told?.(counts);
  };
  const note = dryRun ? async () => undefined : await noting(options);
  await note(null, counts);
  const content = undoResult(until(signal, undoImport(job, ports)), language, told);
  await stores.blobs.put(undoResultOf(resultOf), content, Infinity);
  if (counts !== NONE) await note(signal?.aborted ? null : new Date().toISOString(), counts);
  return counts;
};

/** Notes how far an undo is; nothing of an import that is not known. */
const noting = async ({ job, actor, stores: { records } }: UndoOptions) => {
  const began = { startedAt: new Date().toISOString(), by: actor };
  const isKnown = (await importRun(records, job)) !== undefined;
  return async (finishedAt: string | null, counts: UndoCounts) => {
    if (isKnown) await noteRun(records, job, () => ({ undo: { ...began, finishedAt, ...counts } }));
  };
};

async function* until<T>(signal: AbortSignal | undefined, all: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const each of all) {
    yield each;
    if (signal?.aborted) return;
  }
}
