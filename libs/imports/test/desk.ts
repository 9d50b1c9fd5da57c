import { accountRecord, Tokens, type Account } from '@annals/auth';
import { allParts, carryOutWork, configurationOf, openEngine, projectedLog, ServiceModule } from '@annals/composition';
import { seedOrganisation } from '@annals/domain-organisation';
import { createRecord } from '@annals/event-sourcing';
import { fastifyAdapter, useHttpConventions } from '@annals/http';
import { ImportWorkers, type ImportEntry, type ImportUpload, type ImportWork, type WorkOptions } from '@annals/imports';
import { Projector } from '@annals/projecting';
import { until } from '@annals/testing';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ADMIN = 'admin';

/** Works in this thread, since threads of their own run the built program only. */
class InThisThread extends ImportWorkers {
  constructor(private readonly settings: ReturnType<typeof configurationOf>) {
    super();
  }

  carryOut(work: ImportWork, options: WorkOptions) {
    return carryOutWork(this.settings, work, options);
  }
}

type Body = Readonly<Record<string, unknown>>;

/** All of Annals on a folder, and an administrator who imports. */
export const openDesk = async (environment: Readonly<Record<string, string>> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-imports-'));
  const settings = configurationOf({ DATA_DIR: folder, LEASE_SECONDS: '1', ...environment });
  const engine = await openEngine(settings);
  const account: Account = { id: ADMIN, name: ADMIN, roles: [], password: '', oneTime: false, generation: 1 };
  await createRecord(engine.records, accountRecord(account));
  const runner = new Projector(projectedLog(engine), engine.documents, engine.catalogue.views);
  const testing = await Test.createTestingModule({
    imports: [ServiceModule.with(engine, { ...allParts(engine.catalogue), runner })],
  })
    .overrideProvider(ImportWorkers)
    .useValue(new InThisThread(settings))
    .compile();
  const app = useHttpConventions(
    testing.createNestApplication<NestFastifyApplication>(fastifyAdapter(settings), { logger: false }),
    settings,
  );
  await app.init();
  await seedOrganisation(app.get(CommandBus), ADMIN);
  const { token } = await new Tokens(engine.keys.token, 60).issue(account);

  const send = async <T = Body>(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    { headers = {}, payload }: { headers?: Readonly<Record<string, string>>; payload?: object | string | Buffer } = {},
  ) => {
    const signed = { authorization: `Bearer ${token}`, ...headers };
    const response = await app.inject({ method, url, headers: signed, ...(payload !== undefined && { payload }) });
    const type = `${response.headers['content-type'] as string}`;
    return {
      status: response.statusCode,
      type,
      text: response.body,
      headers: response.headers,
      body: (type.includes('json') ? response.json() : {}) as T,
    };
  };
  const one = async (importId: string) => (await send<ImportEntry>('GET', `/v1/imports/${importId}`)).body;

  return {
    folder,
    settings,
    engine,
    app,
    send,
    one,
    post: <T = Body>(url: string, payload: object = {}) => send<T>('POST', url, { payload }),
    get: <T = Body>(url: string) => send<T>('GET', url),
    /** Sends a file and returns what was answered. */
    upload: (content: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
      send<ImportUpload>('POST', '/v1/import-files', {
        headers: { 'content-type': 'text/csv', ...headers },
        payload: content,
      }),
    /** The import when nothing is done for it any more. */
    async settled(importId: string): Promise<ImportEntry> {
      await until(async () => !['waiting', 'running'].includes((await one(importId)).task!.state));
      return one(importId);
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
};
