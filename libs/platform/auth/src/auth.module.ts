import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccessPolicy, SignedInMayAll } from './access.js';
import type { AccountStore } from './account.js';
import type { Cost } from './password.js';
import { SessionController } from './session.controller.js';
import { SignIn } from './sign-in.js';
import { Tokens } from './tokens.js';

export type AuthOptions = {
  readonly accounts: AccountStore;
  readonly tokenKey: Uint8Array;
  readonly tokenMinutes: number;
  /** A class is one that a global module provides. */
  readonly policy?: AccessPolicy | Type<AccessPolicy>;
  readonly now?: () => Date;
  /** For new passwords; strong unless told. */
  readonly passwordCost?: Cost;
};

/** Sign-in and the guard before every route of the process. */
@Module({})
export class AuthModule {
  static with(options: AuthOptions): DynamicModule {
    const { accounts, tokenKey, tokenMinutes, policy = new SignedInMayAll(), now, passwordCost } = options;
    const tokens = new Tokens(tokenKey, tokenMinutes, now);
    return {
      module: AuthModule,
      controllers: [SessionController],
      providers: [
        { provide: SignIn, useValue: new SignIn(accounts, tokens, now, passwordCost) },
        { provide: AccessPolicy, ...(typeof policy === 'function' ? { useExisting: policy } : { useValue: policy }) },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}
