import { mappingSchema, OUTCOMES } from '@annals/importing';
import { z } from 'zod';
import { KINDS } from './import-work.js';

const counts = z.object({ withdrawn: z.int(), changedBack: z.int(), kept: z.int() });

const words = z.object({ en: z.string(), zh: z.string() });

const figures = z.object({
  rows: z.int(),
  skipped: z.int(),
  failed: z.int(),
  warnings: z.int(),
  differing: z.int(),
  commands: z.record(z.string(), z.record(z.enum(OUTCOMES), z.int())),
  codes: z.record(z.string(), z.int()),
  problems: z.array(
    z.object({
      ...{ line: z.int(), severity: z.enum(['error', 'warning']), column: z.string(), code: z.string() },
      ...{ reason: words, original: z.string() },
    }),
  ),
  stopped: z.object({ line: z.int(), broken: z.int() }).nullable(),
});

/** What a run has done, or a dry run would. */
export type TaskFigures = z.infer<typeof figures>;

const caller = z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()).readonly() });

/** The record of the last thing that a user wanted of an import, and how far it is. */
export const taskSchema = z.object({
  kind: z.enum(KINDS),
  /** `failed`: it cannot be done, as `problem` says. */
  state: z.enum(['waiting', 'running', 'paused', 'finished', 'failed']),
  /** Whether it is to be paused. */
  pausing: z.boolean(),
  by: caller,
  language: z.enum(['en', 'zh']),
  requestedAt: z.string(),
  finishedAt: z.string().nullable(),
  progress: z
    .object({ rows: z.int(), bytes: z.int(), totalBytes: z.int(), secondsLeft: z.int().nullable() })
    .nullable(),
  figures: figures.nullable(),
  undone: counts.nullable(),
  problem: z.object({ code: z.string(), detail: words }).nullable(),
  source: z
    .object({
      mapping: mappingSchema,
      files: z.record(z.string(), z.object({ fileId: z.string(), name: z.string(), bytes: z.int() })),
      update: z.boolean(),
    })
    .nullable(),
});
export type Task = z.infer<typeof taskSchema>;

/** Whether something is still to be done. */
export const openTask = ({ state }: Pick<Task, 'state'>): boolean => state === 'waiting' || state === 'running';

/** A task that has not begun. */
export const newTask = (asked: Pick<Task, 'kind' | 'by' | 'language' | 'source'>, requestedAt: string): Task => ({
  ...asked,
  ...{ state: 'waiting', pausing: false, requestedAt, finishedAt: null },
  ...{ progress: null, figures: null, undone: null, problem: null },
});
