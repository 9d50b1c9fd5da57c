import { finished } from './ending.js';

const NEVER = 2 ** 30; // ms
const endless = new Promise<never>(() => undefined);
const contact = (away?: 'log' | 'views') => ({ awaySince: (role: string) => (role === away ? new Date() : undefined) });

it('ends with the work', async () => {
  let isDone = false;
  const work = Promise.resolve().then(() => (isDone = true));
  await finished(work, contact(), { usual: NEVER, away: NEVER });
  expect(isDone).toBe(true);
  await expect(finished(Promise.reject(new RangeError('no')), contact())).rejects.toThrow(RangeError);
});

it('does not wait for work that does not end, and hardly while an engine is away', async () => {
  await finished(endless, contact(), { usual: 1, away: NEVER });
  await finished(endless, contact('log'), { usual: NEVER, away: 1 });
  await finished(endless, contact('views'), { usual: NEVER, away: 1 });
});

it('gives up by default within five seconds while an engine is away', async () => {
  await finished(endless, contact('log'));
  await finished(endless, contact('views'));
}, 5_000);
