import { Fits } from '@annals/command-bus/forms';
import { field, id, instant, label, sentInstant } from '@annals/contracts-values';
import { Answers, Example, expectKey, Needs, Summary } from '@annals/http';
import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { KnownRequest } from './access.guard.js';
import { NameTaken } from './account.js';
import { AccountStore } from './account-store.js';
import { ApiKeys, type ApiKeyEntry, type IssuedApiKey } from './api-keys.js';
import { authProblems } from './auth.problems.js';
import { giveOneTimePassword, type OneTimeOptions } from './one-time-password.js';
import { Users } from './users.js';

/** Provider token of how one-time passwords are made: `OneTimeOptions`. */
export const PASSWORD_COST = Symbol('PasswordCost');

const UNTIL_REVOKED = {
  en: 'Without it the key is valid until it is revoked.',
  zh: '不填写时，密钥在吊销前一直有效。',
};

export class NewApiKey {
  @Fits(field(id, { en: 'User', zh: '用户' })) @Example('shop') readonly userId!: string;
  @Fits(field(label, { en: 'Name', zh: '名称' })) @Example('Web shop') readonly name!: string;
  /** Without it the key is valid until it is revoked. */
  @Fits(field(sentInstant(instant).nullish(), { en: 'Valid until', zh: '有效期至' }, { description: UNTIL_REVOKED }))
  readonly expiresAt?: string | null;
}

/**
 * The password is shown only once and can only be exchanged for a new one. `apiKeys` is the number of API keys of the user,
 * which stay valid unless they are revoked.
 */
export type OneTimePassword = {
  readonly userId: string;
  readonly name: string;
  /** @example ta38d-vkr2g-rgqib */
  readonly oneTimePassword: string;
  /** @example 2 */
  readonly apiKeys: number;
};
export type ApiKeyList = { readonly items: readonly ApiKeyEntry[] };

@ApiTags('credentials')
@Controller('v1')
export class CredentialsController {
  constructor(
    private readonly accounts: AccountStore,
    private readonly users: Users,
    private readonly apiKeys: ApiKeys,
    @Inject(PASSWORD_COST) private readonly password: OneTimeOptions,
  ) {}

  @Needs('organisation.manage')
  @Post('users/:userId/one-time-password')
  @HttpCode(200)
  @Answers('OneTimePassword')
  @Summary({
    en: 'Issue a one-time password for a user, valid for seven days; older passwords stop working',
    zh: '为用户签发一次性密码（七天内有效），原密码失效',
  })
  async givePassword(@Param('userId') userId: string): Promise<OneTimePassword> {
    const user = (await this.users.findNow(userId)) ?? authProblems.fail('UserNotFound', { id: userId });
    if (!user.active) throw authProblems.problem('UserNotActive', { userId });
    try {
      const oneTimePassword = await giveOneTimePassword(this.accounts, user, this.password);
      return { userId, name: user.name, oneTimePassword, apiKeys: await this.apiKeys.validOf(userId) };
    } catch (error) {
      if (error instanceof NameTaken) throw authProblems.problem('NameTaken', { userId });
      throw error;
    }
  }

  @Needs('organisation.manage')
  @Delete('users/:userId/api-keys')
  @HttpCode(204)
  @Summary({ en: 'Revoke all API keys of a user', zh: '吊销用户的全部 API 密钥' })
  async revokeAll(@Param('userId') userId: string, @Req() { user }: KnownRequest): Promise<void> {
    await this.apiKeys.revokeAll(userId, user);
  }

  @Needs('organisation.manage')
  @Post('api-keys')
  @Answers('IssuedApiKey')
  @Summary({ en: 'Issue an API key for a user; the key is shown once', zh: '为用户签发 API 密钥（密钥只显示一次）' })
  issue(
    @Body() key: NewApiKey,
    @Req() { user }: KnownRequest,
    @Headers('Idempotency-Key') idempotencyKey?: string,
  ): Promise<IssuedApiKey> {
    if (idempotencyKey !== undefined) expectKey(idempotencyKey);
    return this.apiKeys.issue(key, user, idempotencyKey);
  }

  @Needs('organisation.manage')
  @Get('api-keys')
  @Answers('ApiKeyList')
  @Summary({ en: 'List API keys without their secrets', zh: '列出 API 密钥（不含密钥内容）' })
  async list(): Promise<ApiKeyList> {
    return { items: await this.apiKeys.list() };
  }

  @Needs('organisation.manage')
  @Delete('api-keys/:keyId')
  @HttpCode(204)
  @Summary({ en: 'Revoke an API key', zh: '吊销 API 密钥' })
  async revoke(@Param('keyId') keyId: string, @Req() { user }: KnownRequest): Promise<void> {
    await this.apiKeys.revoke(keyId, user);
  }
}
