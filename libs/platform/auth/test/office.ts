// What the specs of this package share; as a package it sees what others see.
import {
  AccessPolicy,
  AuthModule,
  createFirstAdministrator,
  FileAccountStore,
  type Route,
  type User,
} from '@annals/auth';
import { Public, useHttpConventions } from '@annals/http';
import { Controller, Get, Module, Req } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
}

@Module({ controllers: [Desk] })
class DeskModule {}

class NoVault extends AccessPolicy {
  allows(_: User, { method, path, params }: Route) {
    return !(method === 'GET' && path === '/v1/vault/:drawer' && params['drawer'] === 'top');
  }

  async admit() {}
}

export const tokenKey = Buffer.alloc(32, 7);
export const chosen = 'correct horse battery';

type Body = { token: string; expiresAt: string; code: string; instance: string };

/** A process with one administrator, some doors, and a clock that stands still. */
export class Office {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly folder: string,
    private readonly clock: { now: Date },
    /** The first administrator's password. */
    readonly oneTime: string,
  ) {}

  static async open(): Promise<Office> {
    const clock = { now: new Date('2026-01-05T09:00:00Z') };
    const folder = await mkdtemp(join(tmpdir(), 'annals-office-'));
    const accounts = await FileAccountStore.open(join(folder, 'accounts.json'));
    const passwordCost = { N: 2, r: 1, p: 1 };
    const oneTime = await createFirstAdministrator(accounts, passwordCost);
    const options = { accounts, tokenKey, tokenMinutes: 60, policy: new NoVault(), now: () => clock.now, passwordCost };
    const testing = await Test.createTestingModule({ imports: [AuthModule.with(options), DeskModule] }).compile();
    const adapter = new FastifyAdapter();
    const app = useHttpConventions(testing.createNestApplication<NestFastifyApplication>(adapter, { logger: false }));
    await app.init();
    return new Office(app, folder, clock, oneTime ?? '');
  }

  async close() {
    await this.app.close();
    await rm(this.folder, { recursive: true });
  }

  passMinutes(count: number) {
    this.clock.now = new Date(this.clock.now.getTime() + count * 60_000);
  }

  async ask(method: 'GET' | 'POST', url: string, token?: string, payload?: object) {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await this.app.inject({ method, url: `/v1/${url}`, headers, ...(payload ? { payload } : {}) });
    return { status: response.statusCode, headers: response.headers, body: response.json<Body>() };
  }

  signIn(password: string, name = 'admin') {
    return this.ask('POST', 'session', undefined, { name, password });
  }

  change(token: string, currentPassword: string, newPassword: string) {
    return this.ask('POST', 'session/password', token, { currentPassword, newPassword });
  }

  /** A token of the administrator, whose password is `chosen` from then on. */
  async signedIn(): Promise<string> {
    const { body } = await this.signIn(this.oneTime);
    return (await this.change(body.token, this.oneTime, chosen)).body.token;
  }
}
