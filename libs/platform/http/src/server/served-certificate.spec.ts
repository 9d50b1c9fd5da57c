import { newCertificate, type CertificateRequest } from '@annals/testing/certificates';
import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { ServedCertificate } from './served-certificate.js';

let folder: string;
let files: { cert: string; key: string };
let clock: number;
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annals-certificate-'));
  files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  clock = Date.now();
  lines = [];
  const take = (line: string) => void lines.push(line);
  Logger.overrideLogger({ log: take, warn: take, error: take });
});
afterEach(() => {
  Logger.overrideLogger(false);
  rmSync(folder, { recursive: true });
});

const write = async (request?: CertificateRequest) => {
  const { cert, key } = await newCertificate(request);
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key);
};
const served = () => ServedCertificate.from(files, () => new Date(clock));
const days = (count: number) => new Date(Math.floor((Date.now() + count * 86_400_000) / 1_000) * 1_000);

it('takes renewed files', async () => {
  await write();
  const certificate = await served();
  const until = days(200);
  await write({ until });
  await certificate.look();
  expect(certificate.status).toMatchObject({ expiresAt: until, trouble: undefined });
  expect(lines).toEqual([expect.stringContaining(`expires at ${until.toISOString()}`)]);
});

it('takes files behind a link that is replaced', async () => {
  const put = async (name: string, until: Date) => {
    const { cert, key } = await newCertificate({ until });
    writeFileSync(join(folder, name), `${cert}${key}`);
    symlinkSync(name, join(folder, 'next'));
    renameSync(join(folder, 'next'), join(folder, 'current'));
  };
  const both = join(folder, 'current');
  await put('first.pem', days(30));
  const certificate = await ServedCertificate.from({ cert: both, key: both });
  const until = days(60);
  await put('second.pem', until);
  await certificate.look();
  expect(certificate.status.expiresAt).toEqual(until);
});

it('says nothing of files of which one is written after the other', async () => {
  await write();
  const certificate = await served();
  const until = days(60);
  const { cert, key } = await newCertificate({ until });
  writeFileSync(files.cert, cert);
  await certificate.look();
  expect(certificate.status.trouble).toBeUndefined();
  writeFileSync(files.key, key);
  await certificate.look();
  expect(certificate.status).toMatchObject({ expiresAt: until, trouble: undefined });
});

it('keeps the certificate while renewed files cannot be used, and says so once a minute', async () => {
  await write();
  const certificate = await served();
  const { expiresAt } = certificate.status;
  rmSync(files.key);
  for (let looks = 0; looks < 13; looks += 1) {
    await certificate.look();
    clock += 5_000;
  }
  const trouble = 'The file that TLS_KEY names cannot be read: ENOENT.';
  expect(certificate.status).toMatchObject({ expiresAt, trouble });
  expect(lines).toEqual([expect.stringContaining(`${expiresAt.toISOString()} stays in use`)]);

  const until = days(60);
  await write({ until });
  await certificate.look();
  expect(certificate.status).toMatchObject({ expiresAt: until, trouble: undefined });
});

it('warns once a day in the last two weeks', async () => {
  await write({ until: days(15) });
  const certificate = await served();
  await certificate.look();
  expect(lines).toEqual([]);
  clock += 2 * 86_400_000;
  await certificate.look();
  await certificate.look();
  clock += 86_400_000;
  await certificate.look();
  expect(lines).toEqual([1, 2].map(() => expect.stringContaining('has to be renewed') as string));
});
