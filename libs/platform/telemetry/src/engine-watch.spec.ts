import { EngineFault, type EngineReport } from '@annals/event-sourcing';
import { Logger } from '@nestjs/common';
import { EngineWatch, Health, Metrics } from './index.js';

const away: EngineReport = {
  ...{ role: 'log', state: 'LogAway', product: 'EventStoreDB', address: 'here:2113', kind: 'NoAnswer' },
  ...{ meaning: 'does not answer (NoAnswer)', call: 'append', category: 'customer', duration: 4_003 },
};

let lines: string[];
beforeEach(() => {
  lines = [];
  for (const level of ['error', 'warn'] as const)
    jest
      .spyOn(Logger.prototype, level)
      .mockImplementation((...said: unknown[]) => void lines.push(`${level}: ${String(said[0])}`));
});
afterEach(() => jest.restoreAllMocks());

const watching = (hasRoom = () => false) => {
  const clock = { now: new Date('2026-01-05T09:00:00Z') };
  const pass = (seconds: number) => void (clock.now = new Date(clock.now.getTime() + seconds * 1_000));
  return { watch: new EngineWatch({ rightsPatience: 300, now: () => clock.now, hasRoom }), pass };
};

it('says which engine is away, since when, and when it answers again, in one line each', () => {
  const { watch, pass } = watching();
  watch.answered('log');
  watch.failed(new EngineFault(away));
  pass(63);
  watch.failed(new EngineFault(away));
  expect(watch.awaySince('log')).toEqual(new Date('2026-01-05T09:00:00Z'));
  expect(watch.awaySince('views')).toBeUndefined();
  expect(watch.troubles()).toEqual([
    {
      ...{ reason: 'LogAway', since: '2026-01-05T09:00:00.000Z' },
      ...{ product: 'EventStoreDB', address: 'here:2113', kind: 'NoAnswer' },
      trouble: 'does not answer (NoAnswer)',
    },
  ]);
  watch.answered('views');
  watch.answered('log');
  expect(watch.troubles()).toEqual([]);
  expect(lines).toEqual([
    'error: LogAway: EventStoreDB at here:2113 does not answer (NoAnswer), append of customer, after 4003 ms',
    'warn: EventStoreDB at here:2113 answers again, after 63.0 s.',
  ]);
});

it('lets rights last known be used for a bounded time', () => {
  const { watch, pass } = watching();
  watch.expectRights();
  watch.failed(new EngineFault(away));
  pass(300);
  watch.expectRights();
  pass(1);
  expect(() => watch.expectRights()).toThrow(EngineFault);
});

it('knows a full disk until there is room, and goes on using rights', () => {
  let hasRoom = false;
  const { watch, pass } = watching(() => hasRoom);
  watch.failed(new EngineFault({ role: 'log', state: 'DiskFull', product: 'SQLite', kind: 'SQLITE_FULL' }));
  pass(1_000);
  watch.expectRights();
  expect(watch.troubles()).toMatchObject([{ reason: 'DiskFull', product: 'SQLite' }]);
  hasRoom = true;
  expect(watch.troubles()).toEqual([]);
  expect(lines[0]).toBe('error: DiskFull: SQLite fails, SQLITE_FULL');
});

it('shows a full disk in the metric of engines until there is room', async () => {
  let hasRoom = false;
  const { watch } = watching(() => hasRoom);
  class WithLog extends Health {
    async views() {
      return [];
    }
    override engines() {
      return watch.troubles();
    }
  }
  const metrics = new Metrics(new WithLog());
  const shown = async () => /annals_engine_state\{state="DiskFull"\} (\d)/.exec(await metrics.text())?.[1];
  expect(await shown()).toBe('0');
  watch.failed(new EngineFault({ role: 'log', state: 'DiskFull', product: 'SQLite', kind: 'SQLITE_FULL' }));
  expect(await shown()).toBe('1');
  hasRoom = true;
  expect(await shown()).toBe('0');
});
