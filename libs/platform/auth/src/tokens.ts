import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Account } from './account.js';

const ISSUER = 'annals';
const ALGORITHM = 'HS256';
const REMEMBERED = 10_000; // tokens

/** The account of a token, the generation of its password, and the session. */
export type Claims = Pick<Account, 'id' | 'generation'> & { readonly session?: string | undefined };
export type IssuedToken = {
  /** @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJsaS5uYSJ9.c2lnbmF0dXJl */
  readonly token: string;
  readonly expiresAt: string;
};

type Verified = { readonly claims: Claims; readonly expires: number };

/** Signed tokens with limited validity, accepted by every process with the same key. */
export class Tokens {
  // Whether a signature is valid never changes; everything else is checked at each request.
  private readonly verified = new LRUCache<string, Verified>({ max: REMEMBERED });

  constructor(
    private readonly key: Uint8Array,
    private readonly minutes: number,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async issue({ id, generation, session }: Claims): Promise<IssuedToken> {
    const issued = Math.floor(this.now().getTime() / 1000);
    const expires = issued + this.minutes * 60;
    const token = await new SignJWT({ generation, ...(session === undefined ? {} : { sid: session }) })
      .setProtectedHeader({ alg: ALGORITHM })
      .setSubject(id)
      .setIssuer(ISSUER)
      .setAudience(ISSUER)
      .setIssuedAt(issued)
      .setExpirationTime(expires)
      .sign(this.key);
    return { token, expiresAt: new Date(expires * 1000).toISOString() };
  }

  /** `undefined` for a token that is expired, altered or from another issuer. */
  async claims(token: string): Promise<Claims | undefined> {
    const verified = this.verified.get(token) ?? (await this.verify(token));
    return verified && verified.expires > this.now().getTime() / 1000 ? verified.claims : undefined;
  }

  private async verify(token: string): Promise<Verified | undefined> {
    const required = { algorithms: [ALGORITHM], issuer: ISSUER, audience: ISSUER, requiredClaims: ['exp', 'sub'] };
    try {
      const { payload } = await jwtVerify(token, this.key, { ...required, currentDate: this.now() });
      const { sub, generation, sid, exp } = payload as Payload;
      const verified = { claims: { id: sub!, generation, session: sid }, expires: exp! };
      this.verified.set(token, verified);
      return verified;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}

type Payload = JWTPayload & { readonly generation: number; readonly sid?: string };
