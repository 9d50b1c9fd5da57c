import { EventStore, RecordStore, ViewStore, when } from '@annals/event-sourcing';
import { useHttpConventions } from '@annals/http';
import { PolicyRunner, PROJECTED_LOG, ProjectionRunner, Projector, StoredViews } from '@annals/projecting';
import { ProjectionsModule, type ProjectionState } from '@annals/queries';
import { MemoryDocumentStore, MemoryEventStore, MemoryRecordStore } from '@annals/store-memory';
import { appendTo, PATIENCE, tallies, type TallyEvent } from '@annals/testing';
import { ConsoleLogger } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { setImmediate } from 'node:timers/promises';

type Answer<Body> = { readonly status: number; readonly body: Body & { readonly code?: string } };

/** What looks after views, over stores in memory, for each test anew. The caller is `ann`. */
export const projectionsDesk = () => {
  const smudged = () => (desk.isMended ? { sum: 100, marks: [] } : tallies.on.Smudged(null, null as never, ''));
  const desk = {
    app: undefined as unknown as NestFastifyApplication,
    log: new MemoryEventStore(),
    store: new MemoryDocumentStore(),
    records: new MemoryRecordStore(),
    projector: undefined as unknown as Projector,
    isMended: false,
    /** Returns when the view has passed them. */
    async told(...events: readonly TallyEvent[]) {
      const { position } = await appendTo(desk.log, ...events);
      await desk.projector.positions.passed('tallies', position, PATIENCE);
    },
    async get<Body>(path = ''): Promise<Answer<Body>> {
      const response = await desk.app.inject({ url: `/v1/projections${path}` });
      return { status: response.statusCode, body: response.json<Answer<Body>['body']>() };
    },
    async post<Body = ProjectionState>(path: string, body?: object): Promise<Answer<Body>> {
      const payload = body === undefined ? {} : { payload: body };
      const response = await desk.app.inject({ method: 'POST', url: `/v1/projections${path}`, ...payload });
      return { status: response.statusCode, body: response.json<Answer<Body>['body']>() };
    },
    /** The view when its rebuild has ended. */
    async rebuilt(): Promise<ProjectionState> {
      for (;;) {
        const { body } = await desk.get<ProjectionState>('/tallies');
        if (body.rebuild && body.rebuild.state !== 'running') return body;
        await setImmediate();
      }
    },
  };

  beforeEach(async () => {
    desk.isMended = false;
    desk.log = new MemoryEventStore();
    desk.store = new MemoryDocumentStore();
    desk.records = new MemoryRecordStore();
    desk.projector = new Projector(desk.log, desk.store, [{ ...tallies, on: { ...tallies.on, Smudged: smudged } }]);
    await desk.projector.start();
    desk.app = await opened(desk);
  });

  afterEach(async () => {
    await desk.app.close();
    await desk.projector.stop();
  });
  return desk;
};

const greet = when<TallyEvent>({ name: 'greet', summary: { en: 'Greet', zh: '问候' }, on: { Counted: () => [] } });
const send = () => Promise.resolve();

type Stores = {
  readonly log: EventStore;
  readonly store: ViewStore;
  readonly records: RecordStore;
  readonly projector: Projector;
};

const opened = async ({ log, store, records, projector }: Stores) => {
  const providers = [
    { provide: EventStore, useValue: log },
    { provide: PROJECTED_LOG, useValue: log },
    { provide: ViewStore, useValue: store },
    { provide: RecordStore, useValue: records },
    { provide: ProjectionRunner, useValue: projector },
    { provide: PolicyRunner, useValue: new PolicyRunner(log, store, new StoredViews(store), [greet], { send }) },
  ];
  const platform = { module: class Platform {}, global: true, providers, exports: providers.map((one) => one.provide) };
  const testing = await Test.createTestingModule({ imports: [platform, ProjectionsModule] })
    .setLogger(new ConsoleLogger({ logLevels: [] }))
    .compile();
  const app = useHttpConventions(testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter()));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request) => {
    Object.assign(request, { user: { id: 'ann', name: 'Ann', roles: [] } });
  });
  await app.init();
  return app;
};
