import { ApiProblem, Unreachable } from '../../api/problem.js';
import { pauseAfter, runQueue, type Outcome } from './queue.js';

type Given = {
  readonly send: (job: number) => Promise<number>;
  readonly stopsAfter?: number;
};

const jobs = [1, 2, 3, 4, 5];

const run = async ({ send, stopsAfter = Infinity }: Given) => {
  const outcomes = new Map<number, Outcome<number>>();
  const waited: number[] = [];
  let sent = 0;
  await runQueue<number, number>({
    ...{ jobs, atOnce: 2, pauseAfter },
    send: (job) => {
      sent += 1;
      return send(job);
    },
    settled: (job, outcome) => void outcomes.set(job, outcome),
    wait: async (ms) => void waited.push(ms),
    isStopped: () => sent >= stopsAfter,
  });
  return { outcomes, waited };
};

it('sends every job, a few at the same time', async () => {
  let [now, most] = [0, 0];
  const send = async (job: number) => {
    most = Math.max(most, (now += 1));
    await Promise.resolve();
    now -= 1;
    return job * 10;
  };
  const { outcomes } = await run({ send });
  expect([...outcomes]).toEqual(jobs.map((job) => [job, { answer: job * 10 }]));
  expect(most).toBe(2);
});

it('goes on after a job that is refused', async () => {
  const refused = new ApiProblem(422, { detail: 'Choose an active user.' });
  const { outcomes, waited } = await run({ send: async (job) => (job === 2 ? Promise.reject(refused) : job) });
  expect(outcomes.get(2)).toEqual({ error: refused });
  expect([outcomes.size, waited]).toEqual([5, []]);
});

it('sends a job again, later each time, while the server is busy or cannot be reached', async () => {
  const errors: Error[] = [new Unreachable(), new ApiProblem(503, {}), new ApiProblem(429, {})];
  const send = async (job: number) => {
    const error = job === 3 ? errors.shift() : undefined;
    if (error) throw error;
    return job;
  };
  const { outcomes, waited } = await run({ send });
  expect(outcomes.get(3)).toEqual({ answer: 3 });
  expect(waited).toEqual([1_000, 2_000, 4_000]);
});

it('gives up after five attempts', async () => {
  const { outcomes, waited } = await run({
    send: async (job) => (job === 3 ? Promise.reject(new Unreachable()) : job),
  });
  expect(outcomes.get(3)).toHaveProperty('error');
  expect(waited).toHaveLength(4);
});

it('sends nothing more once it is stopped, and waits for those that were sent', async () => {
  const { outcomes } = await run({ send: async (job) => job, stopsAfter: 2 });
  expect([...outcomes.keys()]).toEqual([1, 2]);
});

it('does not send again after it is stopped', async () => {
  const { outcomes, waited } = await run({ send: () => Promise.reject(new Unreachable()), stopsAfter: 2 });
  expect([outcomes.size, waited.length]).toEqual([2, 2]);
});
