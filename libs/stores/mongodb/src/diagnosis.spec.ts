import { MongoServerError } from 'mongodb';
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

it('says nothing of the server for an answer, and for an error of the code around it', () => {
  expect(diagnose(new MongoServerError({ code: 11_000 }))).toBeUndefined();
  expect(diagnose(new TypeError('not a function'))).toBeUndefined();
});
