import { staysAlive } from './alive.js';

it('answers what the work answers', async () => {
  expect(await staysAlive(Promise.resolve('done'), () => Promise.reject(new Error('not asked')))).toBe('done');
});

it('throws what the work throws', async () => {
  await expect(staysAlive(Promise.reject(new Error('broken')), async () => undefined)).rejects.toThrow('broken');
});

it('gives a sign of life while the work goes on', async () => {
  const work = Promise.withResolvers<string>();
  const heartbeat = async () => work.resolve('done after a sign');
  expect(await staysAlive(work.promise, heartbeat, 1)).toBe('done after a sign');
});

it('does not wait for the work when nobody takes the sign', async () => {
  const forEver = new Promise<never>(() => undefined);
  const refused = () => Promise.reject(new Error('a stranger'));
  await expect(staysAlive(forEver, refused, 1)).rejects.toThrow('a stranger');
});
