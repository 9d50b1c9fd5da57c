import { EngineFault, eventsMissing, type EngineReport } from '@annals/event-sourcing';
import type { ViewStatus } from '@annals/projecting';
import type { CertificateStatus } from '@annals/http';
import { Logger } from '@nestjs/common';
import { Health, Readiness } from './index.js';

const LIMIT = { events: 100, seconds: 30 };
const status = (differing: Partial<ViewStatus> = {}): ViewStatus => ({
  ...{ view: 'pipeline', version: 1, collection: 'pipeline-v1', position: 7, parked: 0 },
  ...{ lag: { events: 0, seconds: 0 }, state: 'live' },
  ...differing,
});
const behind = { lag: { events: 101, seconds: 60 }, state: 'catching-up' } as const;

const AWAY: EngineReport = {
  ...{ product: 'MongoDB', role: 'views', address: 'db:27017' },
  ...{ state: 'ViewsAway', kind: 'MongoServerSelectionError', meaning: 'does not answer' },
};

const GOOD: CertificateStatus = {
  validFrom: new Date('2026-01-01T00:00:00Z'),
  expiresAt: new Date('2026-03-01T00:00:00Z'),
  trouble: undefined,
};

let clock: Date;
let answer: () => Promise<readonly ViewStatus[]>;
beforeAll(() => void Logger.overrideLogger(false));
beforeEach(() => (clock = new Date('2026-01-05T09:00:00Z')));

let certificate: CertificateStatus | undefined;

class Told extends Health {
  override certificate = () => certificate ?? GOOD;

  views() {
    return answer();
  }
}
const readiness = (patience?: number) => new Readiness(new Told(), LIMIT, () => clock, patience);
const pass = (seconds: number) => (clock = new Date(clock.getTime() + seconds * 1000));

it('is ready with views that keep up', async () => {
  answer = async () => [status()];
  expect(await readiness().troubles()).toEqual([]);
});

it('names a view that has failed', async () => {
  answer = async () => [status(), status({ view: 'lifecycle', state: 'failed' })];
  expect(await readiness().troubles()).toEqual([
    { reason: 'ViewFailed', view: 'lifecycle', state: 'failed', position: 7 },
  ]);
});

it('has patience with a view that is far behind and moves', async () => {
  const ready = readiness();
  for (const position of [1, 2, 3, 4]) {
    answer = async () => [status({ ...behind, position })];
    expect(await ready.troubles()).toEqual([]);
    pass(29);
  }
});

it('names a view that is far behind and does not move', async () => {
  const ready = readiness();
  answer = async () => [status(behind)];
  expect(await ready.troubles()).toEqual([]);
  pass(30);
  expect(await ready.troubles()).toEqual([
    { reason: 'ViewNotMoving', view: 'pipeline', state: 'catching-up', position: 7 },
  ]);
});

it('counts no time in which there was nothing to read', async () => {
  const ready = readiness();
  answer = async () => [status()];
  await ready.troubles();
  pass(3_600);
  await ready.troubles();
  pass(1);
  answer = async () => [status(behind)];
  expect(await ready.troubles()).toEqual([]);
});

it.each([
  [
    'cannot be read',
    () => Promise.reject(new Error('disk')),
    'The stores cannot be read; the log of the program says why.',
  ],
  ['do not answer', () => new Promise<never>(() => undefined), 'The stores have not answered within 0.001 s.'],
  ['have a fault of an engine', () => Promise.reject(new EngineFault(AWAY)), 'MongoDB at db:27017: does not answer'],
])('says that the stores %s', async (_, stores, trouble) => {
  answer = stores;
  expect(await readiness(1).troubles()).toEqual([{ reason: 'StoresUnreadable', trouble }]);
});

it('tells the troubles of others, too', async () => {
  answer = async () => [status()];
  const ready = readiness();
  const trouble = { reason: 'MessagesStandStill', trouble: 'no broker answers' } as const;
  ready.watch(async () => [trouble]);
  expect(await ready.troubles()).toEqual([trouble]);
});

it('says what has to be done about the certificate while clients can still connect', async () => {
  answer = async () => [];
  const ready = readiness();
  expect(await ready.warnings()).toEqual([]);
  const [expiresAt, trouble] = ['2026-01-19T08:59:59.000Z', 'The file that TLS_KEY names cannot be read: ENOENT.'];
  certificate = { ...GOOD, expiresAt: new Date(expiresAt), trouble };
  expect(await ready.troubles()).toEqual([]);
  expect(await ready.warnings()).toEqual([
    { reason: 'CertificateExpires', expiresAt },
    { reason: 'CertificateNotRenewed', expiresAt, trouble },
  ]);
});

it('is not ready with a certificate that clients refuse', async () => {
  answer = async () => [];
  const valid = { validFrom: '2026-01-01T00:00:00.000Z', expiresAt: '2026-03-01T00:00:00.000Z' };
  certificate = GOOD;
  clock = new Date(valid.expiresAt);
  expect(await readiness().troubles()).toEqual([{ reason: 'CertificateExpired', ...valid }]);
  clock = new Date('2025-12-31T23:59:59Z');
  expect(await readiness().troubles()).toEqual([{ reason: 'CertificateNotYetValid', ...valid }]);
});

it('is ready and says what is wrong with the log', async () => {
  const faults = async () => ({
    count: 1,
    first: [{ fault: eventsMissing(3, 4), since: '2026-01-05T09:00:00.000Z' }],
  });
  const kept = new Readiness({ views: async () => [], faults }, { events: 1, seconds: 1 });
  expect(await kept.troubles()).toEqual([]);
  expect(await kept.warnings()).toEqual([
    {
      reason: 'EventsMissing',
      trouble: 'The log has no events at the positions 3 to 4.',
      since: '2026-01-05T09:00:00.000Z',
    },
  ]);
  const away = { views: async () => [], faults: () => Promise.reject(new Error('away')) };
  expect(await new Readiness(away, { events: 1, seconds: 1 }).warnings()).toEqual([]);
});
