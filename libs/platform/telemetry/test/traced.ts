import { useHttpConventions } from '@annals/http';
import { Projector } from '@annals/projecting';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { CountingEventStore, Metrics, TelemetryModule, type TelemetryOptions } from '@annals/telemetry';
import type { Projection } from '@annals/event-sourcing';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { BellsModule, type BellRung } from './bells.js';
import { PATIENCE } from '@annals/testing';

const chimes: Projection<BellRung, { readonly times: number }> = {
  name: 'chimes',
  version: 1,
  key: ({ stream }) => stream,
  on: { BellRung: (chime) => ({ times: (chime?.times ?? 0) + 1 }) },
};

/** A process with bells, and its recorded spans. */
export const tracedProcess = async (tracing: TelemetryOptions['tracing']) => {
  const log = new MemoryEventStore();
  const health = { views: async () => [] };
  const metrics = new Metrics(health);
  const options = { health, metrics, lagLimit: { events: 100, seconds: 30 }, ...(tracing ? { tracing } : {}) };
  const imports = [BellsModule.with(new CountingEventStore(log, metrics)), TelemetryModule.with(options)];
  const testing = await Test.createTestingModule({ imports }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  useHttpConventions(app);
  await app.init();

  return {
    log,
    metrics,
    ask: (url: string) => app.inject({ url }),
    post: (url: string, headers: Readonly<Record<string, string>> = {}, payload: object = {}) =>
      app.inject({ method: 'POST', url: `/v1/${url}`, headers, payload }),
    /** Applies all events to a view in one batch. */
    project: async () => {
      const projector = new Projector(log, new MemoryDocumentStore(), [chimes]);
      await projector.start();
      const isPassed = await projector.positions.passed(chimes.name, await log.head(), PATIENCE);
      await projector.stop();
      return isPassed;
    },
    close: () => app.close(),
  };
};
