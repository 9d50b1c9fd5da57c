import { LiveOrganisation, OwnAppends, type Rights } from '@annals/access';
import { annalsCatalogue, configurationOf, projectedLog } from '@annals/composition';
import { Configuration } from '@annals/configuration';
import { BlobStore, EventStore, RecordStore, type Event } from '@annals/event-sourcing';
import { encodeConsistencyToken, useHttpConventions, type Caller, type CommandRequest } from '@annals/http';
import { Projector, StoredViews, Views } from '@annals/projecting';
import { ReadingModule } from '@annals/reading';
import { CATALOGUE } from '@annals/slice';
import { MemoryBlobStore, MemoryDocumentStore, MemoryEventStore, MemoryRecordStore } from '@annals/store-memory';
import { appendTo } from '@annals/testing';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import { AuditModule, QueriesModule } from '@annals/queries';

/** An event, when it happened and why if that matters. */
export type Told = Event & { readonly occurredAt?: string; readonly reason?: string };

type Problem = { readonly code: string; readonly details: object };

const ADMINISTRATOR: Caller = { id: 'admin', name: 'admin', roles: ['administrator'] };

/** A running query side over stores in memory, with every view. Who asks sees everything unless another caller is named, or all have the same rights. */
export const openDesk = async (rights?: Rights, environment: Readonly<Record<string, string>> = {}) => {
  const configuration = configurationOf(environment);
  const appends = new OwnAppends();
  const log = appends.watching(new MemoryEventStore());
  const documents = new MemoryDocumentStore();
  const [records, blobs] = [new MemoryRecordStore(), new MemoryBlobStore()];
  const catalogue = annalsCatalogue(configuration);
  const projector = new Projector(projectedLog({ log, documents, catalogue }), documents, catalogue.views);
  await projector.start();

  const provided = [
    { provide: EventStore, useValue: log },
    { provide: RecordStore, useValue: records },
    { provide: BlobStore, useValue: blobs },
    { provide: OwnAppends, useValue: appends },
    { provide: Views, useValue: new StoredViews(documents, projector.positions) },
    { provide: Configuration, useValue: configuration },
    { provide: CATALOGUE, useValue: catalogue },
  ];
  const platform = {
    module: class Platform {},
    global: true,
    providers: provided,
    exports: provided.map((one) => one.provide),
  };
  const testing = await withRights(
    rights,
    Test.createTestingModule({
      imports: [
        platform,
        QueriesModule.with(catalogue),
        ReadingModule.with(catalogue.views),
        AuditModule.with(catalogue.contracts),
      ],
    }),
  ).compile();
  const app = useHttpConventions(testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter()));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request) => {
    const said = request.headers['caller'];
    const user = typeof said === 'string' ? (JSON.parse(said) as Caller) : ADMINISTRATOR;
    Object.assign(request, { user } satisfies Pick<CommandRequest, 'user'>);
  });
  await app.init();

  let token = '';
  return {
    app,
    log,
    records,
    blobs,
    async record(...events: readonly Told[]) {
      token = encodeConsistencyToken((await appendTo(log, ...events)).position);
    },
    /** The answer to a read that sees all that was recorded. */
    async get<Body = Problem>(url: string, caller: Caller = ADMINISTRATOR) {
      const headers = { caller: JSON.stringify(caller), ...(token && { 'consistency-token': token }) };
      const response = await app.inject({ url, headers });
      return { status: response.statusCode, headers: response.headers, body: response.json<Body>() };
    },
    async close() {
      await app.close();
      await projector.stop();
    },
  };
};

class OneUser extends LiveOrganisation {
  constructor(
    private readonly rights: Rights,
    ...known: ConstructorParameters<typeof LiveOrganisation>
  ) {
    super(...known);
  }

  override async rightsOf() {
    return this.rights;
  }
}

const withRights = (rights: Rights | undefined, testing: TestingModuleBuilder) =>
  rights === undefined
    ? testing
    : testing.overrideProvider(LiveOrganisation).useFactory({
        inject: [Views, EventStore, CATALOGUE, OwnAppends],
        factory: (...known: ConstructorParameters<typeof LiveOrganisation>) => new OneUser(rights, ...known),
      });
