import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Key = { readonly alg: string; readonly kid: string; readonly secret: CryptoKey; readonly jwk: JWK };

/** An OpenID Connect issuer on this machine: a discovery document, a set of keys, and tokens signed with them. */
export class Issuer {
  readonly asked: string[] = [];
  private readonly keys = new Map<string, Key>();
  /** Replaces its answers, if set. */
  outage: number | undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Issuer> {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const issuer = new Issuer(server);
    server.on('request', ({ url = '' }, response) => {
      issuer.asked.push(url);
      response.writeHead(issuer.outage ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(issuer.answer(url)));
    });
    return issuer;
  }

  get url() {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private answer(url: string): object {
    if (url === '/keys') return { keys: [...this.keys.values()].map(({ jwk }) => jwk) };
    return { issuer: this.url, jwks_uri: `${this.url}/keys` };
  }

  async adds(kid: string, alg = 'RS256') {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    this.keys.set(kid, {
      alg,
      kid,
      secret: privateKey,
      jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' },
    });
  }

  removes(kid: string) {
    this.keys.delete(kid);
  }

  /** Signed with the key `kid`, which may no longer be published. */
  token(claims: Readonly<Record<string, unknown>>, kid: string): Promise<string> {
    const { alg, secret } = this.keys.get(kid)!;
    return new SignJWT({ ...claims }).setProtectedHeader({ alg, kid }).sign(secret);
  }

  async close() {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
