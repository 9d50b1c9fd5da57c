import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { webcrypto } from 'node:crypto';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export type CertificateRequest = {
  /** A name and an address for which it is valid. */
  readonly host?: string;
  readonly ip?: string;
  readonly from?: Date;
  readonly until?: Date;
};

const day = (days: number) => new Date(Date.now() + days * 86_400_000);

/** A new key and a certificate that it has signed itself, both in PEM form; by default for `localhost` and three months. */
export const newCertificate = async (
  request: CertificateRequest = {},
): Promise<{ readonly cert: string; readonly key: string }> => {
  const { host = 'localhost', ip = '127.0.0.1', from = day(-1), until = day(90) } = request;
  const keys = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=${host}`,
      ...{ keys, notBefore: from, notAfter: until, signingAlgorithm: ECDSA },
      extensions: [
        new BasicConstraintsExtension(true, undefined, true),
        new SubjectAlternativeNameExtension([
          { type: 'dns', value: host },
          { type: 'ip', value: ip },
        ]),
      ],
    },
    webcrypto,
  );
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { cert: `${certificate.toString('pem')}\n`, key: `${PemConverter.encode(key, PemConverter.PrivateKeyTag)}\n` };
};
