import { MemoryEventStore } from '@annals/store-memory';
import { desk, tls, trusted } from '../test/desk.js';
import { diagnose } from './diagnosis.js';
import { Closed, NoAnswer, Unreadable } from './failures.js';

const { serve, open } = desk();

/** What the first call to a server says. */
const diagnosisAt = async (url: string, options = {}) =>
  diagnose(
    await open(url, options)
      .head()
      .catch((error: unknown) => error),
  );

it('names a server that does not answer', async () => {
  const server = await serve();
  await server.stop();
  expect(await diagnosisAt(server.url, { patience: 1_000 })).toMatchObject({ state: 'LogAway', kind: 'Unavailable' });
  expect(diagnose(new NoAnswer(1))).toMatchObject({ state: 'LogAway', kind: 'NoAnswer' });
  expect(diagnose(new Error('Failed to discover after 10 attempts.'))).toMatchObject({ kind: 'NoLeader' });
});

it('names a server that refuses the user or its password', async () => {
  const server = await serve({
    log: new MemoryEventStore(),
    users: [{ name: 'annals', password: 'secret', isAdmin: true }],
  });
  const url = server.url.replace('secret', 'wrong');
  expect(await diagnosisAt(url)).toMatchObject({ state: 'LogRefused', kind: 'AccessDenied' });
});

it('names a user that may not read the whole log', async () => {
  const server = await serve({ tls, users: [{ name: 'clerk', password: 'secret' }] });
  const diagnosis = await diagnosisAt(`${server.url}?${trusted}`);
  expect(diagnosis).toMatchObject({ state: 'LogRefused', kind: 'AccessDenied' });
  expect(diagnosis!.meaning).toContain('administrator');
});

it('names a certificate that is signed by no known CA, and one for another host', async () => {
  const server = await serve({ tls, users: [{ name: 'annals', password: 'secret', isAdmin: true }] });
  expect(await diagnosisAt(server.url)).toMatchObject({ state: 'LogRefused', kind: 'CertificateUnknown' });
  const elsewhere = server.url.replace('localhost', '127.0.0.1');
  expect(await diagnosisAt(`${elsewhere}?${trusted}`)).toMatchObject({
    ...{ state: 'LogRefused', kind: 'CertificateOfAnotherName' },
  });
});

it('takes answers, and errors that are not of the driver, for no fault', () => {
  for (const error of [new Closed(), new Unreadable(), new Error('own'), 'text', undefined])
    expect(diagnose(error)).toBeUndefined();
});
