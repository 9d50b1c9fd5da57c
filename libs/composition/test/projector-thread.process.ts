import { configurationOf } from '@annals/composition';
import { CustomerRegistered } from '@annals/contracts-customers';
import { NO_STREAM } from '@annals/event-sourcing';
import { RebuildRunning, StoredViews } from '@annals/projecting';
import { PATIENCE, recorded } from '@annals/testing';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProjectorThread } from '../src/projector-thread.js';
import { closeStores, openStores, type Stores } from '../src/stores.js';

const built = new URL('../dist/projector-worker.js', import.meta.url);

let dataDir: string;
let stores: Stores;
let thread: ProjectorThread;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'annals-thread-'));
  const configuration = configurationOf({ DATA_DIR: dataDir });
  stores = await openStores(configuration);
  thread = new ProjectorThread({ ...stores, configuration }, false, built);
  await thread.start();
});

afterEach(async () => {
  await thread.stop();
  await closeStores(stores);
  rmSync(dataDir, { recursive: true });
});

const view = (name: string) => stores.catalogue.views.find((projection) => projection.name === name)!;

const register = async (customerId: string) => {
  const registered = CustomerRegistered.event({
    customerId,
    profile: { kind: 'person', name: 'Li', roles: ['prospect'] },
  });
  const events = recorded([registered], { subject: customerId });
  const named = events.map((event) => ({ ...event, id: `id of ${customerId}` }));
  return (await stores.log.append(`customer-${customerId}`, NO_STREAM, named)).position;
};

it('shows what this thread appends, and says how far it is', async () => {
  const position = await register('li');
  expect(await thread.positions.passed('customer-file', position, PATIENCE)).toBe(true);
  const { value } = await new StoredViews(stores.documents, thread.positions).one(view('customer-file'), 'li');
  expect(value).toMatchObject({ profile: { name: 'Li' } });
  expect(await thread.status()).toContainEqual(expect.objectContaining({ view: 'customer-file', position }));
});

/** How far behind others the threads of this process go, as Linux tells. */
const niceness = () => {
  const threads = existsSync('/proc/self/task') ? readdirSync('/proc/self/task') : [];
  return threads.map((id) =>
    Number(/\) (?:\S+ ){16}(-?\d+)/.exec(readFileSync(`/proc/self/task/${id}/stat`, 'utf8'))![1]),
  );
};

it('goes behind the thread that answers, where threads have priorities', () => {
  const own = getPriority();
  const behind = niceness().filter((each) => each > own);
  expect(behind).toEqual(process.platform === 'linux' ? [Math.min(own + 3, 19)] : []);
});

it('says what the stores know, and ends, while the thread is held up', async () => {
  const configuration = configurationOf({ DATA_DIR: dataDir });
  const busy = new URL('data:text/javascript,for (;;);');
  const held = new ProjectorThread({ ...stores, configuration }, false, busy, { answer: 10, end: 10 }).begun();
  expect((await held.status()).map((each) => each.view)).toEqual((await thread.status()).map((each) => each.view));
  await held.stop();
});

it('does not wait for a thread that is held up and shares its work with other processes', async () => {
  const configuration = configurationOf({ DATA_DIR: dataDir });
  const busy = new URL('data:text/javascript,for (;;);');
  const held = new ProjectorThread({ ...stores, configuration }, true, busy, { answer: PATIENCE, end: 10 }).begun();
  expect(await held.status()).toEqual(await thread.status());
  await held.stop();
});

it('rebuilds a view beside the one that is read, and tells of it', async () => {
  const position = await register('li');
  const progress = jest.fn();
  const rebuilt = await thread.rebuild(view('customer-list'), { actor: 'ann', onProgress: progress });
  expect(rebuilt).toMatchObject({ collection: expect.stringMatching(/\.b1$/) as string, documents: 1, position });
  expect(progress).toHaveBeenCalled();
  expect(await thread.status()).toContainEqual(
    expect.objectContaining({
      view: 'customer-list',
      rebuild: expect.objectContaining({ startedBy: 'ann' }) as object,
    }),
  );
});

it('knows the error of another thread by its class', async () => {
  const lease = await stores.documents.lease('rebuild customer-list', 'somebody else', 60_000);
  await expect(thread.rebuild(view('customer-list'))).rejects.toThrow(RebuildRunning);
  await stores.documents.release(lease!);
});

it('does not begin a rebuild that nobody wants any more', async () => {
  const reason = new Error('The process ends.');
  await expect(thread.rebuild(view('customer-list'), { signal: AbortSignal.abort(reason) })).rejects.toThrow(reason);
});
