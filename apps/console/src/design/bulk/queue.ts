import { ApiProblem, Unreachable } from '../../api/problem.js';

/** What became of a job. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/** Jobs that are sent one after another, a few at the same time. */
export type Queue<Job, Answer> = {
  readonly jobs: readonly Job[];
  /** How many are sent at the same time. */
  readonly atOnce: number;
  readonly send: (job: Job) => Promise<Answer>;
  /** Called after each job. */
  readonly settled: (job: Job, outcome: Outcome<Answer>) => void;
  /** Milliseconds until a job that failed so is sent again; `undefined` if it is not. */
  readonly pauseAfter: (error: unknown, attempt: number) => number | undefined;
  readonly wait: (ms: number) => Promise<unknown>;
  /** Once it says so, nothing more is sent. */
  readonly isStopped: () => boolean;
};

/** Sends the jobs; those that have been sent when the queue is stopped are waited for. */
export const runQueue = async <Job, Answer>(queue: Queue<Job, Answer>): Promise<void> => {
  const { jobs, atOnce, settled, isStopped } = queue;
  const left = jobs.values();
  const work = async () => {
    for (const job of left) {
      if (isStopped()) return;
      settled(job, await outcomeOf(job, queue));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};

const outcomeOf = async <Job, Answer>(job: Job, queue: Queue<Job, Answer>, attempt = 1): Promise<Outcome<Answer>> => {
  try {
    return { answer: await queue.send(job) };
  } catch (error) {
    const pause = queue.pauseAfter(error, attempt);
    if (pause === undefined) return { error };
    await queue.wait(pause);
    return queue.isStopped() ? { error } : outcomeOf(job, queue, attempt + 1);
  }
};

const [FIRST, ATTEMPTS] = [1_000, 5]; // ms
const BUSY: readonly number[] = [429, 503];

/** A command that may succeed a little later is sent again, each time after twice the time. */
export const pauseAfter = (error: unknown, attempt: number): number | undefined => {
  const mayPass = error instanceof Unreachable || (error instanceof ApiProblem && BUSY.includes(error.status));
  return mayPass && attempt < ATTEMPTS ? FIRST * 2 ** (attempt - 1) : undefined;
};
