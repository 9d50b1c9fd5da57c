import { namingOf } from '@annals/command-bus';
import { NAMING } from '@annals/command-bus/handlers';
import { commandModules, handlersModule, LeadFormsModule } from '@annals/composition';
import { Configuration, loadConfiguration } from '@annals/configuration';
import { leads } from '@annals/domain-leads';
import { EventStore, type RecordedEvent } from '@annals/event-sourcing';
import { CommandGate, fastifyAdapter, OpenGate, useHttpConventions } from '@annals/http';
import { catalogueOf } from '@annals/slice';
import { MemoryEventStore } from '@annals/store-memory';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

/** A log whose next append fails, before or after it has stored. */
class BreakingLog extends MemoryEventStore {
  fails: 'before' | 'after' | undefined;

  override async append(...given: Parameters<MemoryEventStore['append']>) {
    const { fails } = this;
    this.fails = undefined;
    if (fails === 'before') throw new Error('The log is away.');
    const receipt = await super.append(...given);
    if (fails === 'after') throw new Error('The answer is lost.');
    return receipt;
  }

  async all(): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const batch of this.readAll(0)) events.push(...batch);
    return events;
  }
}

type Body = string | Buffer | object | undefined;
type Headers = Readonly<Record<string, string>>;

/** The routes of leads and of forms on a log in memory. Requests come from another address each unless one is named. */
export const pagesOf = (environment: Readonly<Record<string, string>>) => {
  const configuration = loadConfiguration(environment, { leads: leads.settings });
  const catalogue = catalogueOf([leads], configuration);
  const store = new BreakingLog();
  const provided = [
    { provide: EventStore, useValue: store },
    { provide: NAMING, useValue: namingOf(new Uint8Array(32)) },
    { provide: Configuration, useValue: configuration },
    { provide: CommandGate, useClass: OpenGate },
  ];
  const exported = provided.map(({ provide }) => provide);
  const around = { module: class Around {}, global: true, providers: provided, exports: exported };

  let app: NestFastifyApplication;
  beforeAll(async () => {
    const imports = [
      CqrsModule.forRoot(),
      around,
      handlersModule(catalogue),
      LeadFormsModule,
      ...commandModules(catalogue),
    ];
    const testing = await Test.createTestingModule({ imports }).compile();
    const adapter = fastifyAdapter({ bodyLimit: 1_000_000, trustedProxies: ['127.0.0.1'] });
    app = useHttpConventions(testing.createNestApplication<NestFastifyApplication>(adapter, { logger: false }));
    await app.init();
  });
  afterAll(() => app.close());

  let addresses = 0;
  const inject = async (method: 'POST' | 'OPTIONS', url: string, payload: Body, headers: Headers) => {
    const from = { 'x-forwarded-for': `198.51.100.${(addresses += 1)}` };
    const answer = await app.inject({ method, url, headers: { ...from, ...headers }, ...(payload && { payload }) });
    const body = answer.body === '' ? {} : answer.json<object>();
    return { status: answer.statusCode, headers: answer.headers, body };
  };
  const ask = (url: string, payload: Body, headers: Headers = {}) => inject('POST', url, payload, headers);
  return {
    store,
    ask,
    form: (formId: string, said: object = {}) => ask('/v1/lead-forms', { formId, name: 'Contact', ...said }),
    send: (formId: string, payload: Body, headers: Headers = {}, method: 'POST' | 'OPTIONS' = 'POST') =>
      inject(method, `/v1/lead-forms/${formId}/leads`, payload, headers),
    captured: async (formId: string) =>
      (await store.all())
        .map((event) => ({ ...event, data: event.data as Readonly<Record<string, unknown>> }))
        .filter(({ type, data }) => type === 'LeadCaptured' && data['formId'] === formId),
  };
};
