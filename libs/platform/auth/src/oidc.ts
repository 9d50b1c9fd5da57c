import type { Oidc } from '@annals/configuration';
import { id as staffId, isUser } from '@annals/contracts-values';
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { v5 } from 'uuid';
import type { User } from './account.js';
import { authProblems } from './auth.problems.js';

type KeySet = ReturnType<typeof createRemoteJWKSet>;

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const SKEW = 30; // seconds by which the clocks of the issuer and of this machine may differ
const PATIENCE = 5_000; // ms to wait for the issuer
const USERS = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1ea'; // the namespace of user ids that follow from claims

/** `since`: ISO 8601. */
type Holder = { readonly user: User; readonly since: string | undefined };

/** The end of the second in which a token was issued. */
const issued = ({ iat }: JWTPayload) => (iat === undefined ? undefined : new Date(iat * 1000 + 999).toISOString());

/** Errors of an invalid token, as opposed to errors while fetching keys. */
const REFUSALS = [
  ...[errors.JWTClaimValidationFailed, errors.JWTExpired, errors.JWTInvalid, errors.JWSInvalid],
  ...[errors.JWSSignatureVerificationFailed, errors.JOSEAlgNotAllowed, errors.JOSENotSupported],
  ...[errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys],
];

/** Verifies tokens of an OpenID Connect issuer. Its keys are fetched when an unknown one is used. */
export class OidcTokens {
  private keys: Promise<KeySet> | undefined;

  constructor(
    private readonly oidc: Oidc,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Whether a token claims this issuer. */
  claims(token: string): boolean {
    try {
      return decodeJwt(token).iss === this.oidc.issuer;
    } catch {
      return false;
    }
  }

  /**
   * The user of a token, and when it was issued, if it says so; `undefined` if it is invalid. Throws `HttpProblem` 503
   * `IssuerUnreachable` while the keys cannot be fetched.
   */
  async holder(token: string): Promise<Holder | undefined> {
    const { issuer, audience, claims } = this.oidc;
    const rules = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: SKEW, requiredClaims: ['exp'] };
    try {
      const { payload } = await jwtVerify(token, await this.keySet(), { ...rules, currentDate: this.now() });
      const subject = claimAt(payload, claims.user);
      if (typeof subject !== 'string' || subject === '') return undefined;
      return { user: this.user(subject, payload), since: issued(payload) };
    } catch (error) {
      if (REFUSALS.some((refusal) => error instanceof refusal)) return undefined;
      throw authProblems.problem('IssuerUnreachable', undefined, { 'Retry-After': '5' });
    }
  }

  private user(subject: string, payload: JWTPayload): User {
    const { issuer, claims } = this.oidc;
    const name = claimAt(payload, claims.name);
    return {
      id: idOf(issuer, subject),
      name: typeof name === 'string' ? name.slice(0, 200) : subject.slice(0, 200),
      roles: [claimAt(payload, claims.roles)].flat().filter((role) => typeof role === 'string'),
    };
  }

  private keySet(): Promise<KeySet> {
    this.keys ??= this.address().then((url) => createRemoteJWKSet(url, { timeoutDuration: PATIENCE }));
    this.keys.catch(() => (this.keys = undefined)); // fetched again at the next token
    return this.keys;
  }

  private async address(): Promise<URL> {
    const { issuer, keys } = this.oidc;
    if (keys) return new URL(keys);
    const place = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(place, { signal: AbortSignal.timeout(PATIENCE), redirect: 'error' });
    const found = (await response.json()) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
    if (found.issuer !== issuer || typeof found.jwks_uri !== 'string')
      throw new Error(`${place} is of another issuer.`);
    return new URL(found.jwks_uri);
  }
}

/** The subject if it is a valid user id; otherwise an id derived from the subject. */
const idOf = (issuer: string, subject: string): string =>
  staffId.safeParse(subject).success && isUser(subject) ? subject : v5(JSON.stringify([issuer, subject]), USERS);

/** `realm_access.roles` is a path into an object, unless a claim has exactly this name. */
const claimAt = (payload: JWTPayload, path: string): unknown => {
  if (Object.hasOwn(payload, path)) return payload[path];
  return path.split('.').reduce<unknown>((value, name) => {
    const inside = Object(value) as Readonly<Record<string, unknown>>;
    return Object.hasOwn(inside, name) ? inside[name] : undefined;
  }, payload);
};
