import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { collectorAt } from './exporting.js';
import { appendTracing, openTracing } from './index.js';

const settings = (endpoint: string) => ({ endpoint, service: 'annals-sales', ratio: 1 });

it('opens nothing without a collector', async () => {
  expect(await openTracing(undefined)).toBeUndefined();
});

it('brings spans to a collector before it closes', async () => {
  const came: { url: string | undefined; body: string }[] = [];
  const take = async (request: IncomingMessage) => came.push({ url: request.url, body: await text(request) });
  const collector = createServer((request, response) => void take(request).then(() => response.end('{}')));
  await once(collector.listen(0, '127.0.0.1'), 'listening');
  const { port } = collector.address() as AddressInfo;

  const tracing = await openTracing(settings(`http://127.0.0.1:${port}/`));
  await appendTracing.tracePromise(async () => 'done', { events: [] });
  await tracing!.close();
  await appendTracing.tracePromise(async () => 'too late', { events: [] });
  const [{ url, body } = { url: '', body: '' }, ...more] = came;
  expect([url, more]).toEqual(['/v1/traces', []]);
  expect(body).toMatch(/"service\.name".*"annals-sales"/);
  expect(body).toMatch(/"name":"append"/);
  collector.closeAllConnections();
  collector.close();
});

it('closes without a collector that is there, and says so once', async () => {
  const closed = createServer();
  await once(closed.listen(0, '127.0.0.1'), 'listening');
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));

  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  const { tracer, close } = collectorAt(settings(`http://127.0.0.1:${port}`), 100);
  tracer.startSpan('append').end();
  await close();
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.calls[0]).toEqual([expect.stringMatching(/collector does not respond/)]);
  warn.mockRestore();
});
