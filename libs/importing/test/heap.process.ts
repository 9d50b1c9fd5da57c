import type { CommandInput } from '@annals/importing';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Desk, oneStep, rowsOf } from './desk.js';

/** What is left of the heap when garbage is gone, in MB. */
const heap = () => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
};

it('needs no more memory after 200,000 rows than after 20,000', async () => {
  using desk = new Desk();
  desk.put(
    'rows.csv',
    rowsOf(200_000, (row) => `owner-${row}-${'x'.repeat(100)}`),
  );
  let calls = 0;
  const sizes: number[] = [];
  const answer = async (commands: readonly CommandInput[]) => {
    calls += 1;
    if (calls % 390 === 80) sizes.push(heap());
    return commands.map(() => ({ status: 'done', stored: true }) as const);
  };
  const summary = await desk.import(oneStep({ id: 'id', o: 'owner' }), { check: answer, execute: answer });
  expect(summary.rows).toBe(200_000);
  expect(sizes.length).toBe(2);
  expect(sizes[1]! - sizes[0]!).toBeLessThan(20);
});
