// What the specs of this package share; as a package it sees what others see.
import { AccountStore, AuthModule, createFirstAdministrator, type AuthOptions } from '@annals/auth';
import { fastifyAdapter, useHttpConventions } from '@annals/http';
import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MemoryRecordStore } from '@annals/store-memory';
import { Test } from '@nestjs/testing';
import { DeskModule, Facts, NoVault, Staff } from './desk.js';

export const tokenKey = Buffer.alloc(32, 7);
export const chosen = 'correct horse battery';

/** A credential of the same form and owner that was never issued. */
export const withOtherSecret = (credential: string): string => credential.replace(/[\w-]{43}$/, 'A'.repeat(43));

export type Body = {
  token: string;
  refreshToken: string;
  oneTimePassword: string;
  key: string;
  keyId: string;
  items: { keyId: string }[];
  code: string;
  instance: string;
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Options = Partial<AuthOptions> & { readonly logger?: LoggerService; readonly bodyLimit?: number };

const DAY = 24 * 60; // minutes

/** A process with one administrator, some routes and a stopped clock. */
export class Office {
  readonly staff = new Staff();
  readonly facts = new Facts();
  readonly records = new MemoryRecordStore();
  readonly accounts = new AccountStore(this.records);
  readonly clock = { now: new Date('2026-01-05T09:00:00Z') };
  /** The first administrator's password. */
  oneTime = '';
  private app!: NestFastifyApplication;

  static async open(options: Options = {}): Promise<Office> {
    const office = new Office();
    office.oneTime = (await createFirstAdministrator(office.accounts, Buffer.alloc(32), { N: 2, r: 1, p: 1 })) ?? '';
    await office.start(options);
    return office;
  }

  private async start({ logger, bodyLimit = 10_000, ...options }: Options) {
    const { accounts, records, clock, staff: users, facts: apiKeyFacts } = this;
    const auth = AuthModule.with({
      ...{ accounts, records, tokenKey, tokenMinutes: 15, sessionDays: 30, policy: new NoVault(), users, apiKeyFacts },
      ...{ now: () => clock.now, passwordCost: { N: 2, r: 1, p: 1 }, ...options },
    });
    const testing = await Test.createTestingModule({ imports: [auth, DeskModule] }).compile();
    const adapter = fastifyAdapter({ bodyLimit, trustedProxies: ['127.0.0.1'] });
    this.app = testing.createNestApplication<NestFastifyApplication>(adapter, { logger: logger ?? false });
    await useHttpConventions(this.app).init();
  }

  async close() {
    await this.app.close();
  }

  /** Everything that is recorded, as text. */
  async recorded() {
    return JSON.stringify(await this.records.list('account', { limit: 100 }));
  }

  hire(id: string, ...roles: string[]) {
    this.staff.people.set(id, { id, name: `${id}.name`, roles, active: true });
  }

  passMinutes(count: number) {
    this.clock.now = new Date(this.clock.now.getTime() + count * 60_000);
  }

  passDays(count: number) {
    this.passMinutes(count * DAY);
  }

  async send(method: Method, url: string, headers: Record<string, string>, payload?: object) {
    const response = await this.app.inject({ method, url: `/v1/${url}`, headers, ...(payload ? { payload } : {}) });
    const body = response.body === '' ? ({} as Body) : response.json<Body>();
    return { status: response.statusCode, headers: response.headers, body };
  }

  ask(method: Method, url: string, token?: string, payload?: object) {
    return this.send(method, url, token === undefined ? {} : { authorization: `Bearer ${token}` }, payload);
  }

  signIn(password: string, name = 'admin', address = '192.0.2.1') {
    return this.send('POST', 'session', { 'x-forwarded-for': address }, { name, password });
  }

  refresh(refreshToken: string) {
    return this.ask('POST', 'session/refresh', undefined, { refreshToken });
  }

  change(token: string, currentPassword: string, newPassword: string) {
    return this.ask('POST', 'session/password', token, { currentPassword, newPassword });
  }

  /** A session of the administrator, whose password is `chosen` from then on. */
  async session(): Promise<Body> {
    const { body } = await this.signIn(this.oneTime);
    return (await this.change(body.token, this.oneTime, chosen)).body;
  }

  async signedIn(): Promise<string> {
    return (await this.session()).token;
  }
}
