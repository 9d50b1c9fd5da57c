import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Desk, oneStep } from '../test/desk.js';
import type { CommandInput, Executor } from './index.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const LONG = 'A long word about the customer. '.repeat(60);

/** Every tenth row is broken, and every seventh is refused. */
const lineOf = (row: number) => (row % 10 === 0 ? `${row}\n` : `${row},${row}: ${LONG}\n`);
const answer = async (commands: readonly CommandInput[]) =>
  commands.map(({ body }) =>
    Number(body['id']) % 7 === 0
      ? ({ status: 'refused', code: 'No', details: {} } as const)
      : ({ status: 'done', stored: true } as const),
  );
const forgetful: Executor = { check: answer, execute: answer };

const write = async (path: string, rows: number) => {
  const file = createWriteStream(path);
  file.write('id,text\n');
  for (let row = 1; row <= rows; row += 1) if (!file.write(lineOf(row))) await once(file, 'drain');
  file.end();
  await once(file, 'close');
};

/** The most that an import of so many rows keeps in memory at a time, in bytes. */
const peakOf = async (rows: number, dryRun: boolean) => {
  using desk = new Desk();
  await write(desk.path('rows.csv'), rows);
  collect();
  const before = process.memoryUsage().heapUsed;
  let peak = 0;
  const progress = () => {
    collect();
    peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  };
  const summary = await desk.import(oneStep({ id: 'id', text: 'text' }), forgetful, {
    dryRun,
    progress,
    journal: desk.path('journal.json'),
  });
  expect(summary.rows).toBe(rows);
  return peak;
};

it.each([true, false])('keeps no more of a long file in memory than of a short one (dry run: %s)', async (dryRun) => {
  await peakOf(1_000, dryRun); // what is loaded at first use
  const short = await peakOf(3_000, dryRun);
  const long = await peakOf(12_000, dryRun);
  expect(long).toBeLessThan(2 * short);
});
