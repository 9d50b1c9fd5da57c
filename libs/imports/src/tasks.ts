import { changeRecord, createRecord, RecordStore } from '@annals/event-sourcing';
import { Injectable } from '@nestjs/common';
import { importProblems } from './imports.problems.js';
import { openTask, taskSchema, type Task } from './task.js';

const KIND = 'import-task';
/** Kept while something is to be done, so that what is open is found without reading everything that was done. */
const OPEN = 'import-open';
const MOST = 1_000; // tasks

/** The last task of each import, which outlives the processes that work on it. */
@Injectable()
export class Tasks {
  constructor(private readonly records: RecordStore) {}

  async find(importId: string): Promise<Task | undefined> {
    return taskSchema.safeParse((await this.records.get(KIND, importId))?.body).data;
  }

  /** By the ids of the imports; at most 1,000. */
  async all(): Promise<ReadonlyMap<string, Task>> {
    const found = await this.records.list(KIND, { limit: MOST });
    return new Map(
      found.flatMap(({ id, body }) => {
        const { data } = taskSchema.safeParse(body);
        return data ? [[id, data] as const] : [];
      }),
    );
  }

  /** The ids of the imports for which something is to be done. */
  async open(): Promise<readonly string[]> {
    return (await this.records.list(OPEN, { limit: MOST })).map(({ id }) => id);
  }

  /** Begins a task. Throws `HttpProblem` 409 `ImportUnderWay` unless the one before is over or, being paused, goes on. */
  async begin(importId: string, task: Task): Promise<Task> {
    await createRecord(this.records, { kind: OPEN, id: importId, body: {} });
    await changeRecord(this.records, { kind: KIND, id: importId }, (present) => {
      const before = taskSchema.safeParse(present?.body).data;
      if (before && isInTheWay(before, task)) throw importProblems.problem('ImportUnderWay', { id: importId });
      return { body: task };
    });
    // Another process may have closed it meanwhile, having found the earlier task finished.
    await createRecord(this.records, { kind: OPEN, id: importId, body: {} });
    return task;
  }

  /** Changes a task that is open. Returns it as it is afterwards; `undefined` if there is none. */
  async change(importId: string, change: (task: Task) => Partial<Task>): Promise<Task | undefined> {
    if (!(await this.find(importId))) return undefined;
    let after: Task | undefined;
    await changeRecord(this.records, { kind: KIND, id: importId }, (present) => {
      const before = taskSchema.parse(present?.body);
      after = { ...before, ...change(before) };
      return { body: after };
    });
    return after;
  }

  /** Nothing more is to be done, unless a new task has begun. */
  async close(importId: string): Promise<void> {
    const record = await this.records.get(OPEN, importId);
    const task = await this.find(importId);
    if (record && !(task && openTask(task))) await this.records.delete(OPEN, importId, record.revision);
  }
}

/** A run that is paused goes on as a run only: what it has reached would be lost. */
const isInTheWay = (before: Task, next: Task) =>
  openTask(before) || (before.state === 'paused' && before.kind === 'run' && next.kind !== 'run');
