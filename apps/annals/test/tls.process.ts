import { until } from '@annals/testing';
import { newCertificate, type CertificateRequest } from '@annals/testing/certificates';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { Server } from './server.js';
import { stage } from './stage.js';

const { folder, run } = stage();
const TLS_CERT = join(folder, 'cert.pem');
const TLS_KEY = join(folder, 'key.pem');

const write = async (wanted?: CertificateRequest) => {
  const { cert, key } = await newCertificate(wanted);
  writeFileSync(TLS_CERT, cert);
  writeFileSync(TLS_KEY, key);
  return cert;
};

type Answer = { readonly status: number | undefined; readonly body: unknown };

/** The answer of a server whose certificate is `ca`; throws if it has another one. */
const ask = async (url: string, ca: string): Promise<Answer> => {
  const sent = request(url, { ca, agent: false }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode, body: await json(response) };
};

/** The first answer that fits, asked for again and again. */
const awaited = async (url: string, ca: string, fits: (answer: Answer) => boolean = () => true): Promise<Answer> => {
  let answer: Answer | undefined;
  await until(async () => {
    answer = await ask(url, ca).catch(() => undefined);
    return answer !== undefined && fits(answer);
  });
  return answer!;
};

it('serves HTTPS, takes a renewed certificate without a restart, and keeps it when the next one cannot be used', async () => {
  const first = await write({ until: new Date(Date.now() + 5 * 86_400_000) });
  const server = await Server.start(join(folder, 'data'), [], { TLS_CERT, TLS_KEY });
  expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const ready = `${server.url}/health/ready`;
  expect(await ask(ready, first)).toMatchObject({
    status: 200,
    body: { warnings: [{ reason: 'CertificateExpires' }] },
  });

  const second = await write();
  expect(await awaited(ready, second)).toEqual({ status: 200, body: { status: 'ok' } });

  writeFileSync(TLS_KEY, 'nonsense');
  const { status, body } = await awaited(ready, second, (answer) => 'warnings' in (answer.body as object));
  expect({ status, body }).toMatchObject({ status: 200, body: { warnings: [{ reason: 'CertificateNotRenewed' }] } });
  expect(server.complaints).toMatch(/The certificate that expires at \S+ stays in use/);
});

it.each(['annals', 'query'])('does not start %s with files that are no pair, or with one of them', async (process_) => {
  await write();
  writeFileSync(TLS_KEY, (await newCertificate()).key);
  const main = [`apps/${process_}/dist/main.js`];
  const DATA_DIR = join(folder, 'none');
  expect(await run(process.execPath, main, { TLS_CERT, TLS_KEY, DATA_DIR })).toMatchObject({
    code: 1,
    err: expect.stringContaining('The key in TLS_KEY is not that of the certificate in TLS_CERT.') as string,
  });
  expect(await run(process.execPath, main, { TLS_CERT, DATA_DIR })).toMatchObject({
    code: 1,
    err: expect.stringContaining('TLS_KEY must be set when TLS_CERT is set.') as string,
  });
});
