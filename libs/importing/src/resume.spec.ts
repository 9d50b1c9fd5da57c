import fc from 'fast-check';
import { appendFileSync } from 'node:fs';
import { Desk, Recorder } from '../test/desk.js';
import type { CommandInput } from './index.js';

// Some rows are broken, some are refused, and three owners keep rows from running together.
const rows = Array.from({ length: 60 }, (_, index) =>
  index % 11 === 5 ? `${index}` : `${index},${'abc'[index % 3]},${index % 7 === 3 ? 'x' : index}`,
);
const text = ['id,owner,n', ...rows].join('\n');

const body = { ownerId: 'owner', id: 'id', n: { column: 'n', transform: 'integer' } };
const json = {
  name: 'test',
  files: { rows: { path: 'rows.csv' } },
  steps: [
    { name: 'open', file: 'rows', command: 'Open', key: 'id', oneAtATimePer: ['id'], fields: body },
    { name: 'close', file: 'rows', command: 'Close', key: 'id', fields: body },
  ],
};

const refuseSome = ({ type, body: { n } }: CommandInput) =>
  type === 'Open' && Number(n) % 13 === 0
    ? ({ status: 'refused', code: 'No', message: { en: 'No.', zh: '否。' } } as const)
    : undefined;

const shown = ({ executed }: Recorder) => executed.map(({ type, commandId }) => `${type} ${commandId}`).toSorted();

const inOneRun = async () => {
  using desk = new Desk();
  desk.put('rows.csv', text);
  const recorder = new Recorder(refuseSome);
  await desk.import(json, recorder);
  return { commands: shown(recorder), errors: await desk.errors() };
};

/** Stops after a number of calls of the executor: by the signal, or by a crash in the call. */
const stopping = (recorder: Recorder, after: number, crash: boolean) => {
  const stop = new AbortController();
  let calls = 0;
  const execute = async (commands: readonly CommandInput[]) => {
    calls += 1;
    if (calls > after && crash) {
      await recorder.execute(commands.slice(0, 2));
      throw new Error('The disk is full.');
    }
    if (calls > after) stop.abort();
    return recorder.execute(commands);
  };
  return { execute, signal: stop.signal };
};

it('goes on where it stopped, and comes to what one run comes to', async () => {
  const whole = await inOneRun();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(12), fc.boolean()), { maxLength: 4 }),
      fc.integer({ min: 1, max: 16 }),
      async (stops, inFlight) => {
        using desk = new Desk();
        desk.put('rows.csv', text);
        const recorder = new Recorder(refuseSome);
        for (const [after, crash] of stops) {
          const run = desk.import(json, recorder, { inFlight, ...stopping(recorder, after, crash) });
          await run.catch(() => undefined);
        }
        await desk.import(json, recorder, { inFlight });
        expect({ commands: shown(recorder), errors: await desk.errors() }).toEqual(whole);
        expect(await desk.journal()).toBeUndefined();
      },
    ),
    { numRuns: 60 },
  );
});

it('claims no row with a command that is not answered', async () => {
  using desk = new Desk();
  desk.put('rows.csv', 'id,owner,n\n1,a,1\n2,b,2\n3,c,3\n');
  const recorder = new Recorder();
  const run = desk.import(json, recorder, { inFlight: 2, ...stopping(recorder, 2, true) });
  await expect(run).rejects.toThrow('The disk is full.');
  expect(await desk.journal()).toMatchObject({ rows: [2] });
});

it('tells that it was stopped, and what the run before had done', async () => {
  using desk = new Desk();
  desk.put('rows.csv', text);
  const recorder = new Recorder(refuseSome);
  const first = await desk.import(json, recorder, { inFlight: 4, ...stopping(recorder, 5, false) });
  expect(first.interrupted).toBe(true);
  const second = await desk.import(json, recorder);
  expect(second).toMatchObject({ interrupted: false, skipped: first.rows, rows: 60 - first.rows });
  const third = await desk.import(json, recorder);
  expect(third).toMatchObject({ skipped: 0, rows: 60, commands: { Open: { stored: 0 }, Close: { stored: 0 } } });
});

it('starts over when the mapping or the file is another', async () => {
  using desk = new Desk();
  desk.put('rows.csv', text);
  const recorder = new Recorder(refuseSome);
  await desk.import(json, recorder, { inFlight: 4, ...stopping(recorder, 5, false) });
  appendFileSync(desk.path('rows.csv'), '\n60,a,60');
  expect(await desk.import(json, recorder)).toMatchObject({ skipped: 0, rows: 61 });
});

it('starts over when the journal is not readable', async () => {
  using desk = new Desk();
  desk.put('rows.csv', text);
  await desk.stores.records.put({ kind: 'import', id: 'test', body: { finger: 1 } }, null);
  expect(await desk.import(json, new Recorder())).toMatchObject({ skipped: 0, rows: 60 });
});
