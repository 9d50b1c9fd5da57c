import type { EventPage } from '../index.js';
import { openDesk } from '../../test/desk.js';

const told = (type: string) => ({ type, schemaVersion: 1, data: { customerId: 'u-1' } });
const LOG = ['NeedRecorded', 'NeedRecorded', 'NeedEnded', 'NeedRecorded', 'NeedEnded'].map(told);

let desk: Awaited<ReturnType<typeof openDesk>>;
let address: string;
beforeEach(async () => {
  desk = await openDesk();
  await desk.record(...LOG);
  await desk.app.listen(0, '127.0.0.1');
  address = `${await desk.app.getUrl()}/v1/events`;
});
afterEach(() => desk.close());

const page = async (query: string) => (await desk.get<EventPage>(`/v1/events${query}`)).body;
const positions = ({ events }: EventPage) => events.map(({ position }) => position);

it('pages through the log with the position that it gives', async () => {
  const first = await page('?limit=2');
  expect(positions(first)).toEqual([1, 2]);
  const second = await page(`?limit=3&after=${first.next}`);
  expect(positions(second)).toEqual([3, 4, 5]);
  expect(await page(`?after=${second.next}`)).toEqual({ events: [], next: 5 });
});

it('shows events as they were recorded', async () =>
  expect((await page('?limit=1')).events).toEqual((await desk.log.read('test')).slice(0, 1)));

it('does not look again at what a filter has passed over', async () => {
  expect(await page('?types=OwnerAssigned')).toEqual({ events: [], next: 5 });
  expect(positions(await page('?types=NeedEnded,OwnerAssigned&limit=1'))).toEqual([3]);
  expect(positions(await page('?types=NeedEnded&types=NeedRecorded'))).toEqual([1, 2, 3, 4, 5]);
});

it('refuses a type that there is not, and names those that there are', async () => {
  for (const query of ['?types=Closed', '?types=NeedRecorded,closed', '?types='])
    expect(await desk.get(`/v1/events${query}`)).toMatchObject({
      status: 400,
      body: { code: 'EventTypeUnknown', details: { known: expect.arrayContaining(['NeedRecorded']) as string[] } },
    });
  expect(await (await connect('?types=Closed')).response.json()).toMatchObject({
    status: 400,
    code: 'EventTypeUnknown',
  });
});

it('refuses a position beyond the end of the log, and names the end', async () => {
  const beyond = { status: 400, code: 'PositionBeyondHead', details: { position: 99_999_999, head: 5 } };
  expect((await desk.get('/v1/events?after=99999999')).body).toMatchObject(beyond);
  const { response } = await connect('', { 'last-event-id': '99999999' });
  expect(await response.json()).toMatchObject(beyond);
});

it.each(['?after=-1', '?after=soon', '?limit=0', '?limit=1001', '?type=NeedEnded'])('refuses %s', async (query) => {
  expect(await desk.get(`/v1/events${query}`)).toMatchObject({ status: 400 });
});

const connect = async (query = '', headers = {}, signal?: AbortSignal) => {
  const accept = { accept: 'text/event-stream', ...headers };
  const response = await fetch(`${address}${query}`, { headers: accept, signal: signal ?? null });
  return { response, frames: framesOf(response) };
};

async function* framesOf({ body }: Response): AsyncGenerator<string, void> {
  let text = '';
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    const parts = (text + chunk).split('\n\n');
    text = parts.pop()!;
    yield* parts;
  }
}

/** The positions of a number of events of a stream. */
const take = async (frames: AsyncGenerator<string, void>, count: number) => {
  const ids: string[] = [];
  while (ids.length < count) {
    const { value, done } = await frames.next();
    if (done) break;
    ids.push(...(/^id: (\d+)$/m.exec(value)?.slice(1) ?? []));
  }
  return ids;
};

it('streams what is there, and then what is recorded', async () => {
  const { response, frames } = await connect('?after=3');
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await take(frames, 2)).toEqual(['4', '5']);
  await desk.record(told('NeedEnded'));
  expect(await take(frames, 1)).toEqual(['6']);
});

it('streams each event as one frame whose id is the position', async () => {
  const { frames } = await connect('?after=4');
  expect((await frames.next()).value).toBe('retry: 3000');
  const [recorded] = (await desk.log.read('test')).slice(4);
  expect((await frames.next()).value).toBe(`id: 5\ndata: ${JSON.stringify(recorded)}`);
});

it('goes on after the last event that a reader has seen', async () => {
  const { frames } = await connect('?after=1', { 'last-event-id': '4' });
  expect(await take(frames, 1)).toEqual(['5']);
});

it('streams only the types that are asked for', async () => {
  const { frames } = await connect('?types=NeedEnded');
  expect(await take(frames, 2)).toEqual(['3', '5']);
});

it('refuses a last event that is no position', async () => {
  const { response } = await connect('', { 'last-event-id': 'yesterday' });
  expect(await response.json()).toMatchObject({ status: 400, code: 'LastEventIdInvalid' });
});

it('ends its streams when the application closes', async () => {
  const { frames } = await connect();
  expect(await take(frames, 5)).toHaveLength(5);
  const end = take(frames, 1);
  await desk.app.close();
  expect(await end).toEqual([]);
});

it('cuts a reader off that has stopped reading when the application closes', async () => {
  const bulky = { ...told('NeedRecorded'), data: { text: 'x'.repeat(1_000_000) } };
  await desk.record(...Array<typeof bulky>(20).fill(bulky));
  const { response } = await connect();
  await desk.app.close();
  await expect(response.text()).rejects.toThrow('terminated');
});

it('stops reading the log when the reader hangs up', async () => {
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  const follow = desk.log.follow.bind(desk.log);
  desk.log.follow = async function* (...args) {
    try {
      yield* follow(...args);
    } finally {
      resolve();
    }
  };
  const reader = new AbortController();
  const { frames } = await connect('', {}, reader.signal);
  await take(frames, 5);
  reader.abort();
  await stopped;
});
