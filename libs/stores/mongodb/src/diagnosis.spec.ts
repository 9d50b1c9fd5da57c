import { MongoDriverError, MongoServerError } from 'mongodb';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { diagnose } from './diagnosis.js';

/** A connection to a server that does nothing else with it. */
const connected = async (serve: (socket: Socket) => unknown) => {
  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.on('connection', () => server.close());
  return connect((server.address() as AddressInfo).port, '127.0.0.1');
};

/** What Node says of a connection that the other side has reset. */
const reset = async () => {
  const [error] = (await once(await connected((socket) => socket.resetAndDestroy()), 'error')) as [unknown];
  return error;
};

const written = (socket: Socket) => new Promise<unknown>((resolve) => void socket.write('x', resolve));

it('takes a connection that breaks below the driver for a server that is away', async () =>
  expect(diagnose(await reset())).toEqual({
    ...{ state: 'ViewsAway', kind: 'ECONNRESET', meaning: 'does not answer (ECONNRESET)' },
  }));

/** What Node says of a write to a connection that is gone. */
const gone = async () => {
  const socket = connect(1, '127.0.0.1').on('error', () => undefined);
  socket.destroy();
  return written(socket);
};

it('takes a write to a connection that is gone for a server that is away', async () =>
  expect(diagnose(await gone())).toMatchObject({ state: 'ViewsAway', kind: 'ERR_STREAM_DESTROYED' }));

/** What Node says of a write to a connection that the other side has ended. */
const ended = async () => {
  const socket = (await connected((other) => other.end())).on('error', () => undefined);
  await once(socket.resume(), 'close');
  return written(socket);
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
