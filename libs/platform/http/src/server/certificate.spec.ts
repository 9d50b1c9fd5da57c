import { newCertificate } from '@annals/testing/certificates';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Certificate } from './certificate.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-certificate-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Pair = Awaited<ReturnType<typeof newCertificate>>;

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

let one: Pair;
let other: Pair;
let [cert, key] = ['', ''];
beforeAll(async () => {
  [one, other] = [await newCertificate({ host: 'crm.example.com' }), await newCertificate()];
  [cert, key] = [file('cert.pem', one.cert), file('key.pem', one.key)];
});

const secret = () =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hush' },
  }).privateKey;
const brokenChain = () => `${one.cert}\n${other.cert.replace(/\n.{8}/, '\nAAAAAAAA')}`;

it.each([
  ['a file that does not exist', () => ({ cert: join(folder, 'none') }), /TLS_CERT names cannot be read: ENOENT/],
  ['a folder', () => ({ key: folder }), /TLS_KEY names cannot be read: it is not a file/],
  ['a file that is too large', () => ({ cert: file('large', 'x'.repeat(1_048_577)) }), /TLS_CERT .* more than 1 MiB/],
  ['what is no certificate', () => ({ cert: key }), /TLS_CERT names has no certificate in PEM form/],
  ['what is no key', () => ({ key: cert }), /TLS_KEY names has no private key in PEM form/],
  ['a key with a passphrase', () => ({ key: file('secret', secret()) }), /opens without a passphrase/],
  ['the key of another certificate', () => ({ key: file('other', other.key) }), /TLS_KEY is not that of .* TLS_CERT/],
  ['a broken chain', () => ({ cert: file('chain', brokenChain()) }), /TLS cannot use the files/],
])('refuses %s and names the setting', async (_, differing, sentence) => {
  await expect(Certificate.read({ cert, key, ...differing() })).rejects.toThrow(sentence);
});

it('names a host for which it is valid', async () => {
  const certificate = await Certificate.read({ cert, key });
  expect(['127.0.0.1', '[::1]', 'crm.example.com', 'localhost'].map((host) => certificate.hostLike(host))).toEqual([
    '127.0.0.1',
    'crm.example.com',
    'crm.example.com',
    'crm.example.com',
  ]);
});
