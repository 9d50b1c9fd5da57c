import {
  AccessPolicy,
  ApiKeyFacts,
  Users,
  type ApiKeyEntry,
  type KnownUser,
  type Route,
  type User,
} from '@annals/auth';
import { Public } from '@annals/http';
import { Controller, Get, Module, Req } from '@nestjs/common';

@Controller('v1')
class Desk {
  @Get('me')
  me(@Req() { user }: { user: User }) {
    return user;
  }

  @Get('vault/:drawer')
  vault() {
    return {};
  }

  @Public()
  @Get('door')
  door() {
    return {};
  }

  @Get('fire')
  fire() {
    throw new Error('the desk of Jane Doe burns');
  }
}

@Module({ controllers: [Desk] })
export class DeskModule {}

/** Everyone may do everything except opening the top drawer. */
export class NoVault extends AccessPolicy {
  allows(_: User, { method, path, params }: Route) {
    return !(method === 'GET' && path === '/v1/vault/:drawer' && params['drawer'] === 'top');
  }

  async expectRight() {}

  async admit() {}
}

/** The users, as set by a test. */
export class Staff extends Users {
  readonly people = new Map<string, KnownUser>();

  async find(userId: string) {
    return this.people.get(userId) ?? null;
  }
}

/** The recorded facts about keys. */
export class Facts extends ApiKeyFacts {
  readonly told: object[] = [];

  async issued(key: Omit<ApiKeyEntry, 'issuedAt' | 'revokedAt'>, { id }: User) {
    this.told.push({ issued: key, by: id });
  }

  async revoked(keyId: string, { id }: User) {
    this.told.push({ revoked: keyId, by: id });
  }
}
