import { ApiKeyFacts, type ApiKeyEntry, type User } from '@annals/auth';
import { apiKeyCommands, OrganisationHandlersModule } from '@annals/domain-organisation';
import { originOf } from '@annals/http';
import { Global, Injectable, Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

const { IssueApiKey, RevokeApiKey } = apiKeyCommands;

/** The log knows which keys there are, for whom and by whom. */
@Injectable()
export class RecordedApiKeys extends ApiKeyFacts {
  constructor(private readonly commands: CommandBus) {
    super();
  }

  async issued(key: Omit<ApiKeyEntry, 'issuedAt' | 'revokedAt'>, { id }: User) {
    await this.commands.execute(Object.assign(new IssueApiKey(), key, { origin: originOf({}, id) }));
  }

  async revoked(keyId: string, { id }: User) {
    await this.commands.execute(Object.assign(new RevokeApiKey(), { keyId, origin: originOf({}, id) }));
  }
}

@Global()
@Module({ imports: [OrganisationHandlersModule], providers: [RecordedApiKeys], exports: [RecordedApiKeys] })
export class RecordedApiKeysModule {}
