import { MongoDriverError, MongoServerError } from 'mongodb';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { diagnose } from './diagnosis.js';

/** What Node says of a connection that the other side has reset. */
const reset = async () => {
  const server = createServer((socket) => socket.resetAndDestroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [error] = (await once(socket, 'error')) as [unknown];
  server.close();
  return error;
};

it('takes a connection that breaks below the driver for a server that is away', async () =>
  expect(diagnose(await reset())).toEqual({
    ...{ state: 'ViewsAway', kind: 'ECONNRESET', meaning: 'does not answer (ECONNRESET)' },
  }));

/** What Node says of a write to a connection that is gone. */
const gone = async () => {
  const socket = connect(1, '127.0.0.1').on('error', () => undefined);
  socket.destroy();
  return new Promise<unknown>((resolve) => void socket.write('x', resolve));
};

it('takes a write to a connection that is gone for a server that is away', async () =>
  expect(diagnose(await gone())).toMatchObject({ state: 'ViewsAway', kind: 'ERR_STREAM_DESTROYED' }));

/** What Node says of a write to a connection that the other side has ended. */
const ended = async () => {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
  await once(socket.resume(), 'close');
  server.close();
  return new Promise<unknown>((resolve) => void socket.write('x', resolve));
};

it('takes a write to a connection that the other side has ended for a server that is away', async () =>
  expect(diagnose(await ended())).toMatchObject({ state: 'ViewsAway', kind: 'EPIPE' }));

it('takes connections that were all closed for a server that is away', () => {
  const closed = Object.defineProperty(new MongoDriverError('closed'), 'name', { value: 'MongoPoolClosedError' });
  expect(diagnose(closed)).toMatchObject({ state: 'ViewsAway', kind: 'MongoPoolClosedError' });
});

it('says nothing of the server for an answer, and for an error of the code around it', () => {
  expect(diagnose(new MongoServerError({ code: 11_000 }))).toBeUndefined();
  expect(diagnose(new TypeError('not a function'))).toBeUndefined();
});
