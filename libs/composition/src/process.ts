import { createFirstAdministrator, FIRST_ADMINISTRATOR } from '@annals/auth';
import { ConfigurationInvalid, type Configuration } from '@annals/configuration';
import { seedOrganisation } from '@annals/domain-organisation';
import { ReservationsNotReady } from '@annals/event-sourcing';
import {
  CertificateUnusable,
  fastifyAdapter,
  serveBundle,
  ServedCertificate,
  serveDocs,
  useHttpConventions,
} from '@annals/http';
import { AnnalsLogger } from '@annals/telemetry';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { apiDescription } from './api.js';
import { configurationOf } from './catalogue.js';
import { openEngine, type Engine } from './engine.js';
import { explain } from './failure.js';
import { patiently } from './patient.js';
import { reached } from './reached.js';
import type { Parts } from './parts.js';
import { ServiceModule } from './service.module.js';

/** A running process. `password` is the one-time password of the first administrator, until it is exchanged for another. */
export type Serving = {
  readonly app: NestFastifyApplication;
  readonly engine: Engine;
  /** The address, for people on this machine. */
  readonly url: string;
  readonly password: string | null;
};

/**
 * Starts a process that runs until a signal ends it. `name` is its default name in traces; `prepare` is called before it
 * listens. Throws `ConfigurationInvalid` and errors of the stores and of the port.
 */
export const startProcess = async (
  partsOf: (engine: Engine) => Parts,
  {
    name = 'annals',
    prepare,
  }: { readonly name?: string; readonly prepare?: (app: NestFastifyApplication) => void } = {},
): Promise<Serving> => {
  const configuration = configurationOf({ OTEL_SERVICE_NAME: name, ...process.env });
  const certificate = await certificateOf(configuration);
  const engine = await patiently(() => openEngine(configuration, (stores) => reached(stores, configuration)));
  const parts = partsOf(engine);
  const [password, app] = await Promise.all([
    patiently(() => createFirstAdministrator(engine.accounts, engine.keys.token)),
    applicationOf(engine, parts, certificate).then((made) => made.init()),
  ]);
  await patiently(() => seeded(app));
  prepare?.(app);
  app.useLogger(false); // Nest would also log that a port is in use
  await app.listen(configuration.port, configuration.host);
  app.useLogger(loggerOf(configuration));
  return { app, engine, url: await urlOf(app, certificate), password };
};

/** Starts the process `name`; when it cannot start, explains why and exits with 1. */
export const runProcess = async (name: string, partsOf: (engine: Engine) => Parts): Promise<void> => {
  try {
    const { url, password } = await startProcess(partsOf, { name: `annals-${name}` });
    const administrator =
      password === null
        ? ''
        : `The administrator is admin, with the one-time password ${password}.\nIt is shown until it is used; "annals reset-password admin" makes another.\n`;
    process.stderr.write(`Annals ${name} answers at ${url}.\n${administrator}`);
  } catch (error) {
    console.error(explain(error, process.env['DATA_DIR']));
    process.exit(1);
  }
};

const certificateOf = async ({ tls }: Configuration): Promise<ServedCertificate | undefined> => {
  try {
    return tls && (await ServedCertificate.from(tls));
  } catch (error) {
    if (error instanceof CertificateUnusable) throw new ConfigurationInvalid([error.message]);
    throw error;
  }
};

const urlOf = async (app: NestFastifyApplication, certificate: ServedCertificate | undefined): Promise<string> => {
  const url = await app.getUrl();
  if (!certificate) return url;
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `https://${certificate.current.hostLike(new URL(url).hostname)}:${port}`;
};

/** A user who has to be added has a unique name, which may have to wait. */
const seeded = async (app: NestFastifyApplication): Promise<void> => {
  try {
    await seedOrganisation(app.get(CommandBus), FIRST_ADMINISTRATOR);
  } catch (error) {
    if (!(error instanceof ReservationsNotReady)) throw error;
    await seeded(app);
  }
};

/** Every process serves the console, so that a proxy may send its requests to any. */
const CONSOLE = resolve(import.meta.dirname, '../../../apps/console/dist');

const applicationOf = async (engine: Engine, parts: Parts, certificate: ServedCertificate | undefined) => {
  const { configuration } = engine;
  const { logLevel, logFormat } = configuration;
  const adapter = fastifyAdapter({ ...configuration, certificate });
  const app = await NestFactory.create<NestFastifyApplication>(
    ServiceModule.with(engine, parts, certificate),
    adapter,
    {
      // At the level info, Nest logs every route.
      logger: loggerOf({ logFormat, logLevel: logLevel === 'info' ? 'warn' : logLevel }),
      abortOnError: false,
    },
  );
  useHttpConventions(app, configuration);
  serveDocs(app, apiDescription);
  await serveBundle(app, CONSOLE);
  return app;
};

const loggerOf = ({ logLevel: level, logFormat: format }: Pick<Configuration, 'logLevel' | 'logFormat'>) =>
  new AnnalsLogger({ level, format });
