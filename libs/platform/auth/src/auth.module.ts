import type { Oidc } from '@annals/configuration';
import type { RecordStore } from '@annals/event-sourcing';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccessPolicy, SignedInMayAll } from './access.js';
import { AccountStore } from './account-store.js';
import { ApiKeyFacts, ApiKeys, NoFacts } from './api-keys.js';
import { Authenticator } from './authenticator.js';
import { BreachedPasswords } from './breached-passwords.js';
import { CookieSessionController } from './cookie-session.controller.js';
import { CookieSessions } from './cookie-sessions.js';
import { CredentialsController, PASSWORD_COST } from './credentials.controller.js';
import { DRAFT_FORMS, DraftsController } from './drafts/drafts.controller.js';
import type { DraftForms } from './drafts/draft-form.js';
import { DraftSweep } from './drafts/draft-sweep.js';
import { Drafts } from './drafts/drafts.js';
import { Limits } from './limits.js';
import { OidcTokens } from './oidc.js';
import type { Cost } from './password.js';
import { SessionController, SessionsController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { Tokens } from './tokens.js';
import { AccountUsers, Users } from './users.js';

export type AuthOptions = {
  readonly accounts: AccountStore;
  /** Those of the accounts. */
  readonly records: RecordStore;
  readonly tokenKey: Uint8Array;
  readonly tokenMinutes: number;
  /** Default 30. */
  readonly sessionDays?: number;
  readonly sessionMaxDays?: number;
  /** Default 14. */
  readonly draftDays?: number;
  /** By default no form can have drafts. */
  readonly draftForms?: DraftForms;
  readonly oidc?: Oidc | undefined;
  /** The file of the passwords that are known from breaches. */
  readonly breachedPasswords?: string | undefined;
  /** Per minute and caller; by default unlimited. */
  readonly rateLimit?: number;
  readonly signInLimit?: number;
  // A class must be provided by a global module.
  readonly policy?: AccessPolicy | Type<AccessPolicy>;
  readonly users?: Users | Type<Users>;
  readonly apiKeyFacts?: ApiKeyFacts | Type<ApiKeyFacts>;
  readonly now?: () => Date;
  /** Cost of new passwords; strong by default. */
  readonly passwordCost?: Cost;
};

/** Sign-in, sessions, keys, drafts, and the guard before every route of the process. */
@Module({
  controllers: [
    SessionController,
    CookieSessionController,
    SessionsController,
    CredentialsController,
    DraftsController,
  ],
})
export class AuthModule {
  static with(options: AuthOptions): DynamicModule {
    const { accounts, policy = new SignedInMayAll(), apiKeyFacts = new NoFacts(), passwordCost: cost } = options;
    const {
      users = new AccountUsers(accounts),
      rateLimit = 0,
      signInLimit = 0,
      oidc,
      now,
      breachedPasswords,
    } = options;
    const sessionParts = sessionPartsOf(options);
    const cookies = new CookieSessions(...sessionParts);
    return {
      module: AuthModule,
      providers: [
        { provide: AccountStore, useValue: accounts },
        { provide: PASSWORD_COST, useValue: { cost, now } },
        { provide: Limits, useValue: new Limits(rateLimit, signInLimit, now) },
        { provide: Sessions, useValue: new Sessions(...sessionParts) },
        { provide: CookieSessions, useValue: cookies },
        { provide: BreachedPasswords, useValue: new BreachedPasswords(breachedPasswords) },
        either(AccessPolicy, policy),
        either(Users, users),
        either(ApiKeyFacts, apiKeyFacts),
        made(
          ApiKeys,
          [Users, ApiKeyFacts],
          (known: Users, facts: ApiKeyFacts) => new ApiKeys(accounts, known, facts, options.tokenKey, now),
        ),
        made(
          SignIn,
          [Sessions, Users, BreachedPasswords],
          (sessions: Sessions, known: Users, breached: BreachedPasswords) =>
            new SignIn({ accounts, sessions, cookies, users: known, now, cost, breached }),
        ),
        made(
          Authenticator,
          [Sessions, ApiKeys, Users],
          (sessions: Sessions, keys: ApiKeys, known: Users) =>
            new Authenticator({
              sessions,
              cookies,
              apiKeys: keys,
              users: known,
              oidc: oidc && new OidcTokens(oidc, now),
            }),
        ),
        ...draftPartsOf(options),
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}

const sessionPartsOf = (options: AuthOptions) => {
  const { accounts, tokenKey, tokenMinutes, sessionDays = 30, sessionMaxDays = 180, now } = options;
  const life = { idle: sessionDays, most: sessionMaxDays };
  return [accounts, new Tokens(tokenKey, tokenMinutes, now), life, now] as const;
};

const draftPartsOf = ({
  records,
  draftDays: days = 14,
  draftForms = new Map(),
  now,
}: AuthOptions): readonly Provider[] => [
  { provide: Drafts, useValue: new Drafts({ records, days, now }) },
  { provide: DRAFT_FORMS, useValue: draftForms },
  made(DraftSweep, [Drafts, Users], (drafts: Drafts, users: Users) => new DraftSweep(drafts, users)),
];

type Port = Provider & { readonly provide: unknown };

const either = <T extends object>(provide: unknown, given: T | Type<T>): Port =>
  ({ provide, ...(typeof given === 'function' ? { useExisting: given } : { useValue: given }) }) as Port;

const made = <A extends never[]>(provide: Type, inject: readonly unknown[], useFactory: (...args: A) => object): Port =>
  ({ provide, inject, useFactory }) as Port;
