import { ApiKeyFacts, type ApiKeyEntry, type User } from '@annals/auth';
import { IssueApiKey, RevokeApiKey } from '@annals/domain-organisation';
import { originOf } from '@annals/http';
import { Global, Injectable, Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

/** Records in the log which API keys exist, for which user and issued by whom. */
@Injectable()
export class RecordedApiKeys extends ApiKeyFacts {
  constructor(private readonly commands: CommandBus) {
    super();
  }

  async issued({ keyId, userId, name, expiresAt }: Omit<ApiKeyEntry, 'issuedAt' | 'revokedAt'>, { id }: User) {
    await this.commands.execute(new IssueApiKey({ keyId, userId, name, expiresAt }, originOf({}, id)));
  }

  async revoked(keyId: string, { id }: User) {
    await this.commands.execute(new RevokeApiKey({ keyId }, originOf({}, id)));
  }
}

@Global()
@Module({ providers: [RecordedApiKeys], exports: [RecordedApiKeys] })
export class RecordedApiKeysModule {}
