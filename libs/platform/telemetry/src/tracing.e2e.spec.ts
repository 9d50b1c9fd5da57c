import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace';
import { tracedProcess } from '../test/traced.js';
import { spansBy } from './exporting.js';
import { relayTracing, Tracing } from './index.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const traceparent = `00-${TRACE}-${CALLER}-01`;
const ANY_TRACE = /^00-[\da-f]{32}-[\da-f]{16}-01$/;
const RING = 'POST /v1/bells/:bell/ring';

type Traced = Awaited<ReturnType<typeof tracedProcess>>;

let exporter: InMemorySpanExporter;
const tracing = (ratio: number) => async () =>
  new Tracing(spansBy(new SimpleSpanProcessor({ exporter }), { service: 'annals', ratio }));

let traced: Traced;
beforeEach(() => (exporter = new InMemorySpanExporter()));
afterEach(() => traced.close());

const begun = async (ratio = 1) => (traced = await tracedProcess(tracing(ratio)));
const rung = async (bell = 'a') => (await traced.log.read(`bell-${bell}`)).map((event) => event.traceparent);

const shown = (span: ReadableSpan) => {
  const { name, kind, attributes } = span;
  const { traceId: trace, spanId: id } = span.spanContext();
  const links = span.links.map(({ context }) => context.traceId);
  return { name, kind, attributes, trace, id, parent: span.parentSpanContext?.spanId, links, status: span.status.code };
};
const spans = () => exporter.getFinishedSpans().map(shown);
const spanOf = (name: string) => spans().find((span) => span.name === name)!;

it('goes from the caller through the command and the event to the projection', async () => {
  const { post, project } = await begun();
  await post('bells/a/ring', { traceparent });
  expect(await project()).toBe(true);

  const [request, command, append] = [spanOf(RING), spanOf('command Ring'), spanOf('append')];
  expect(request).toMatchObject({ trace: TRACE, parent: CALLER, kind: SpanKind.SERVER });
  expect(command).toMatchObject({ trace: TRACE, parent: request.id });
  expect(await rung()).toEqual([`00-${TRACE}-${command.id}-01`]);
  expect(append).toMatchObject({ trace: TRACE, parent: command.id, attributes: { 'annals.events': 1 } });
  expect(spanOf('project')).toMatchObject({
    kind: SpanKind.CONSUMER,
    parent: undefined,
    links: [TRACE],
    attributes: { 'annals.views': ['chimes'], 'annals.events': 1 },
  });
});

it('goes on to other systems', async () => {
  const { post, log } = await begun();
  await post('bells/a/ring', { traceparent });
  const events = await log.read('bell-a');
  await relayTracing.tracePromise(async () => undefined, { topic: 'rings', events });
  expect(spanOf('relay')).toMatchObject({
    kind: SpanKind.PRODUCER,
    links: [TRACE],
    attributes: { 'messaging.system': 'kafka', 'messaging.destination.name': 'rings', 'annals.events': 1 },
  });
});

it('says what was asked and what became of it, and nothing of whom it is about', async () => {
  const { post } = await begun();
  for (const bell of ['a', 'broken', 'gone']) await post(`bells/${bell}/ring`);
  const of = (name: string) => spans().filter((span) => span.name === name);
  const { UNSET, ERROR } = SpanStatusCode;
  expect(of(RING).map(({ attributes, status }) => [attributes, status])).toEqual([
    [{ 'http.request.method': 'POST', 'http.route': '/v1/bells/:bell/ring', 'http.response.status_code': 200 }, UNSET],
    [expect.objectContaining({ 'http.response.status_code': 409 }), UNSET],
    [expect.objectContaining({ 'http.response.status_code': 500 }), ERROR],
  ]);
  expect(of('command Ring').map(({ attributes, status }) => [attributes, status])).toEqual([
    [{ 'annals.command': 'Ring', 'annals.outcome': 'done' }, UNSET],
    [{ 'annals.command': 'Ring', 'annals.outcome': 'refused', 'error.type': 'Rejection' }, UNSET],
    [{ 'annals.command': 'Ring', 'annals.outcome': 'failed', 'error.type': 'Error' }, ERROR],
  ]);
  expect(JSON.stringify(spans())).not.toMatch(/Jane|broken/);
});

it('begins a trace where there is none', async () => {
  const { post } = await begun();
  await post('bells/a/ring');
  const { trace, parent } = spanOf(RING);
  expect(parent).toBeUndefined();
  expect(await rung()).toEqual([`00-${trace}-${spanOf('command Ring').id}-01`]);
});

it.each(['nonsense', `ff-${TRACE}-${CALLER}-01`, `00-${'0'.repeat(32)}-${CALLER}-01`, `${traceparent}-more`])(
  'begins a trace in place of %s',
  async (bad) => {
    const { post } = await begun();
    expect((await post('bells/a/ring', { traceparent: bad })).statusCode).toBe(200);
    expect(await rung()).toEqual([expect.stringMatching(ANY_TRACE)]);
    expect(spanOf(RING)).toMatchObject({ parent: undefined });
  },
);

it('traces each command of many', async () => {
  const { post, project } = await begun();
  const commands = ['a', 'b', 'b'].map((bell) => ({ type: 'Ring', bell }));
  await post('commands', { traceparent }, { commands });
  await project();
  const rings = spans().filter(({ name }) => name === 'command Ring');
  expect(rings).toHaveLength(3);
  expect(new Set(rings.map(({ parent }) => parent))).toEqual(new Set([spanOf('POST /v1/commands').id]));
  expect(new Set([...(await rung('a')), ...(await rung('b'))]).size).toBe(3);
  expect(spanOf('project').links).toEqual([TRACE]);
});

it('takes a command that comes again under another trace for the same one', async () => {
  const { post } = await begun();
  const once = (trace: string) => post('bells/a/ring', { traceparent: trace, 'idempotency-key': 'ring-1' });
  const [first, again] = [await once(traceparent), await once(`00-${'1'.repeat(32)}-${CALLER}-01`)];
  expect(again.json()).toEqual(first.json());
  expect(await rung()).toEqual([expect.stringContaining(TRACE)]);
});

it('records no trace that the caller does not record, and keeps it all the same', async () => {
  const { post, project } = await begun();
  await post('bells/a/ring', { traceparent: `00-${TRACE}-${CALLER}-00` });
  await project();
  expect(spans()).toMatchObject([{ name: 'project', links: [] }]);
  expect(await rung()).toEqual([expect.stringMatching(new RegExp(`^00-${TRACE}-[\\da-f]{16}-00$`))]);
});

it('samples new traces by the configured share', async () => {
  const { post } = await begun(0);
  await post('bells/a/ring');
  expect(spans()).toEqual([]);
  expect(await rung()).toEqual([expect.stringMatching(/-00$/)]);
});

it('links to some of many traces', async () => {
  const { post, project } = await begun();
  for (let ring = 0; ring < 40; ring += 1) await post('bells/a/ring');
  await project();
  expect(new Set(spanOf('project').links).size).toBe(32);
});

it('leaves those who only look after the process alone', async () => {
  const { ask } = await begun();
  for (const url of ['/health/live', '/health/ready', '/metrics', '/nowhere']) await ask(url);
  expect(spans()).toMatchObject([{ name: 'GET', attributes: { 'http.response.status_code': 404 } }]);
});
