import { OwnAppends } from '@annals/access';
import { INSTALLATION } from '@annals/access/installation';
import { loadConfiguration, Configuration } from '@annals/configuration';
import { CustomerRegistered, OwnerAssigned } from '@annals/contracts-customers';
import { ORGANISATION, RolesGranted, UserAdded } from '@annals/contracts-organisation';
import type { Role } from '@annals/contracts-values';
import { customers } from '@annals/domain-customers';
import { organisation } from '@annals/domain-organisation';
import {
  EventStore,
  LogCondition,
  RecordStore,
  until,
  type Event,
  type Moment,
  type RecordedEvent,
} from '@annals/event-sourcing';
import {
  encodeConsistencyToken,
  openApiDocument,
  routeRights,
  useHttpConventions,
  type CommandRequest,
} from '@annals/http';
import { Projector, StoredViews, Views } from '@annals/projecting';
import { PastEvents, ReadingModule } from '@annals/reading';
import { CATALOGUE, catalogueOf, settingsOf } from '@annals/slice';
import { MemoryDocumentStore, MemoryEventStore, MemoryRecordStore } from '@annals/store-memory';
import { newEvent } from '@annals/testing';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { notices } from './notices.js';

const slices = [customers, organisation, notices];

type Problem = { readonly code: string; readonly details: object };

/** A user with roles. */
export const hire = (userId: string, ...after: Role[]): readonly Event[] => [
  { ...UserAdded.event({ userId, name: userId, displayName: userId }), ...{ subject: ORGANISATION } },
  { ...RolesGranted.event({ userId, before: [], after }), ...{ subject: ORGANISATION } },
];

const streamOf = ({ data }: Event) => ('noticeId' in data ? `notice-${String(data.noticeId)}` : 'others');

/** A customer of an owner. */
export const customer = (customerId: string, owner: string): readonly Event[] => [
  CustomerRegistered.event({ customerId, profile: { kind: 'person', name: customerId, roles: ['prospect'] } }),
  OwnerAssigned.event({ customerId, owner: { id: owner }, previous: null }),
];

/** Ann and Bob sell, Aud sees everything, Lea everything that is not personal. */
const STAFF = [...hire('ann', 'sales'), ...hire('bob', 'sales'), ...hire('aud', 'auditor'), ...hire('lea', 'analyst')];

class LoggedEvents extends PastEvents {
  constructor(private readonly log: EventStore) {
    super();
  }

  async until(customerId: string, moment: Moment) {
    const events: RecordedEvent[] = [];
    for await (const batch of this.log.readAll(0))
      events.push(...batch.filter(({ subject }) => subject === customerId));
    return { value: { events: until(events, moment), at: new Date() }, position: await this.log.head(), stale: false };
  }

  async ledTo(customerIds: readonly string[]) {
    return customerIds;
  }

  async *ofAll(moment: Moment, types: readonly string[]) {
    yield until((await Array.fromAsync(this.log.readAll(0, { types }))).flat(), moment);
  }
}

/** The lists of notices over stores in memory. */
export const openDesk = async (environment: Readonly<Record<string, string>> = {}, condition?: LogCondition) => {
  const configuration = loadConfiguration(environment, settingsOf(slices));
  const catalogue = catalogueOf(slices, configuration, [INSTALLATION]);
  const appends = new OwnAppends();
  const [log, documents] = [appends.watching(new MemoryEventStore()), new MemoryDocumentStore()];
  const records = new MemoryRecordStore();
  const projector = new Projector(log, documents, catalogue.views);
  await projector.start();
  const provided = [
    { provide: EventStore, useValue: log },
    { provide: OwnAppends, useValue: appends },
    { provide: Views, useValue: new StoredViews(documents, projector.positions) },
    { provide: RecordStore, useValue: records },
    { provide: Configuration, useValue: configuration },
    { provide: CATALOGUE, useValue: catalogue },
    { provide: PastEvents, useValue: new LoggedEvents(log) },
    ...(condition ? [{ provide: LogCondition, useValue: condition }] : []),
  ];
  class Platform {}
  const platform = { module: Platform, global: true, providers: provided, exports: provided.map((one) => one.provide) };
  const testing = await Test.createTestingModule({
    imports: [platform, ReadingModule.with(catalogue.views)],
  }).compile();
  const app = useHttpConventions(testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter()));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request) => {
    const id = String(request.headers['caller']);
    Object.assign(request, { user: { id, name: id, roles: [] } } satisfies Pick<CommandRequest, 'user'>);
  });
  await app.init();

  let position = 0;
  const record = async (...events: readonly Event[]) => {
    for (const event of events) {
      const stream = streamOf(event);
      const { length } = await log.read(stream);
      ({ position } = await log.append(stream, length - 1, [{ ...newEvent(`${stream}-${length}`), ...event }]));
    }
  };
  await record(...STAFF);
  const ask = async (caller: string, url: string, more: Readonly<Record<string, string>>, ahead = 0) => {
    const headers = { caller, 'consistency-token': encodeConsistencyToken(position + ahead), ...more };
    const response = await app.inject({ url: `/v1/${url}`, headers });
    return { status: response.statusCode, headers: response.headers, text: response.body };
  };
  return {
    ...{ record, records },
    rights: () => routeRights(app),
    api: () => openApiDocument(app, { version: '1.0.0', answers: { $defs: {} } }),
    /** The answer for a caller, to a read that requires all recorded events and `ahead` more. */
    async get<Body = Problem>(caller: string, url: string, ahead = 0, more: Readonly<Record<string, string>> = {}) {
      const { text, ...answer } = await ask(caller, url, more, ahead);
      return { ...answer, body: JSON.parse(text) as Body };
    },
    ask,
    /** What a caller sends. */
    async send<Body = Problem>(caller: string, method: 'POST' | 'DELETE', url: string, payload?: object) {
      const response = await app.inject({
        method,
        url: `/v1/${url}`,
        headers: { caller },
        ...(payload && { payload }),
      });
      return { status: response.statusCode, body: (response.body === '' ? {} : response.json()) as Body };
    },
    async close() {
      await app.close();
      await projector.stop();
    },
  };
};
