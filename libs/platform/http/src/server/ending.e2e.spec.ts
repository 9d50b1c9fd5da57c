import { MemoryEventStore } from '@annals/store-memory';
import { once } from 'node:events';
import { connect } from 'node:net';
import { ClosedLog } from '../../test/logs.js';
import { parcelsApp } from '../../test/parcels.js';

const dial = async (url: string) => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
};

it('closes as soon as it has answered, whatever connections clients keep', async () => {
  const log = new ClosedLog(new MemoryEventStore());
  const app = await parcelsApp(log);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const [silent, asking] = [await dial(url), await dial(url)];
  const body = '{"parcelId":"6f1e1f0a-5a4e-4c6d-9b0e-0d9c2f2d7c11","customerId":"c1"}';
  const head = 'POST /v1/parcels HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
  const begun = once(app.getHttpServer(), 'request');
  asking.write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`);
  await begun;

  const answered = once(asking, 'data');
  const left = Promise.all([once(silent, 'close'), once(asking, 'close')]);
  const closed = app.close();
  log.open();
  expect(String(await answered)).toMatch(/^HTTP\/1.1 201 /);
  silent.resume();
  asking.resume();
  await Promise.all([closed, left]);
});
