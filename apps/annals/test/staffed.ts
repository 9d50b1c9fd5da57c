import type { Role } from '@annals/contracts-values';
import { type Account, accountRecord, type AccountStore, Tokens } from '@annals/auth';
import { namingOf } from '@annals/command-bus';
import * as product from '@annals/composition';
import { createRecord, type RecordStore } from '@annals/event-sourcing';
import { fastifyAdapter, useHttpConventions } from '@annals/http';
import { ProjectionRunner } from '@annals/projecting';
import { MemoryBlobStore, MemoryDocumentStore, MemoryEventStore, MemoryRecordStore } from '@annals/store-memory';
import { EngineWatch } from '@annals/telemetry';
import { PATIENCE } from '@annals/testing';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { everything } from '../src/parts.js';
import { Accounts } from './accounts.js';
import { counted } from './counted-reads.js';
import { tell } from './staffed.events.js';

/** The place of a customer relative to the user with the tested role; every user owns a customer. */
export const ROWS = ['own', 'team', 'department', 'region', 'elsewhere'] as const;
export type Row = (typeof ROWS)[number];

/** The customer of a row for the user with the role. */
export const customerIn = (row: Row, role: string) => (row === 'own' ? `own-${role}` : row);

type Texts = Readonly<Record<string, string>>;
type Composed = Pick<typeof product, 'annalsCatalogue' | 'configurationOf' | 'ServiceModule'>;

/** All of Annals over stores in memory, with a user for each role and customers in every place around them. */
export const openStaffed = async (
  roles: readonly Role[],
  { annalsCatalogue, configurationOf, ServiceModule }: Composed = product,
  environment: Texts = {},
  accountsIn: (records: RecordStore) => AccountStore = (records) => new Accounts(records),
) => {
  const configuration = configurationOf(environment);
  const [log, documents] = [counted(new MemoryEventStore()), counted(new MemoryDocumentStore())];
  const people = [...roles, 'nobody'];
  const account = (id: string): Account => ({
    ...{ id, name: id, roles: [], password: '', oneTime: false, generation: 1 },
  });
  const records = new MemoryRecordStore();
  for (const id of people) await createRecord(records, accountRecord(account(id)));
  const accounts = accountsIn(records);
  const key = new Uint8Array(32);
  const engine = {
    ...{
      configuration,
      log,
      documents,
      records,
      blobs: new MemoryBlobStore(),
      accounts,
      keys: { token: key, blind: key },
      naming: namingOf(key),
      engines: new EngineWatch(configuration),
    },
    catalogue: annalsCatalogue(configuration),
  };
  await tell(log, people, roles);

  const adapter = fastifyAdapter(configuration);
  const app = await NestFactory.create<NestFastifyApplication>(
    ServiceModule.with(engine, everything(engine)),
    adapter,
    {
      logger: false,
    },
  );
  useHttpConventions(app);
  await app.init();
  const { positions } = app.get(ProjectionRunner);
  for (const { name } of engine.catalogue.views) await positions.passed(name, await log.head(), PATIENCE);

  const tokens = new Tokens(key, 60);
  const issued = await Promise.all(people.map(async (id) => [id, (await tokens.issue(account(id))).token] as const));
  const tokenOf = new Map(issued);
  return {
    app,
    people,
    catalogue: engine.catalogue,
    log,
    async ask(
      person: string | null,
      method: 'GET' | 'POST' | 'DELETE',
      url: string,
      payload: object,
      more: Texts = {},
    ) {
      const headers = person === null ? more : { ...more, authorization: `Bearer ${tokenOf.get(person)}` };
      const response = await app.inject({ method, url, headers, ...(method === 'POST' ? { payload } : {}) });
      const isJson = `${response.headers['content-type']}`.includes('json');
      const body = isJson ? response.json<{ code?: string; outcomes?: object[] }>() : {};
      return { status: response.statusCode, headers: response.headers, body };
    },
  };
};
