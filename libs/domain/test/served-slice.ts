import { namingOf } from '@annals/command-bus';
import { NAMING } from '@annals/command-bus/handlers';
import { commandModules, handlersModule } from '@annals/composition';
import { Configuration, loadConfiguration } from '@annals/configuration';
import { EventStore, NO_STREAM, type Event } from '@annals/event-sourcing';
import { CommandGate, OpenGate, useHttpConventions } from '@annals/http';
import { MemoryEventStore } from '@annals/store-memory';
import { catalogueOf, type Slice } from '@annals/slice';
import { recorded } from '@annals/testing';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

export type Reply = {
  readonly status: number;
  readonly body: { readonly id: string; readonly code?: string; readonly details?: unknown };
};

/** A slice with its HTTP routes on a log in memory, for all tests of a spec. */
export const serveSlice = (slice: Slice, path: string, environment: Readonly<Record<string, string>> = {}) => {
  const configuration = loadConfiguration(environment, { [slice.name]: slice.settings });
  const catalogue = catalogueOf([slice], configuration);
  const store = new MemoryEventStore();
  const provided = [
    { provide: EventStore, useValue: store },
    { provide: NAMING, useValue: namingOf(new Uint8Array(32)) },
    { provide: Configuration, useValue: configuration },
    { provide: CommandGate, useClass: OpenGate },
  ];
  const surroundings = {
    module: class Surroundings {},
    global: true,
    providers: provided,
    exports: provided.map(({ provide }) => provide),
  };

  let app: NestFastifyApplication;
  beforeAll(async () => {
    const testing = await Test.createTestingModule({
      imports: [CqrsModule.forRoot(), surroundings, handlersModule(catalogue), ...commandModules(catalogue)],
    }).compile();
    app = useHttpConventions(testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter()));
    await app.init();
  });
  afterAll(() => app.close());

  return {
    store,
    /** Appends earlier events to a stream. */
    begin: (stream: string, ...events: readonly Event[]) => store.append(stream, NO_STREAM, recorded(events)),
    post: async (url: string, payload: object, headers: Record<string, string> = {}): Promise<Reply> => {
      const response = await app.inject({ method: 'POST', url: `${path}${url}`, payload, headers });
      return { status: response.statusCode, body: response.json() };
    },
  };
};
