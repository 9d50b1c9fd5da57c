import { createFirstAdministrator, FileAccountStore, FIRST_ADMINISTRATOR } from '@annals/auth';
import { loadConfiguration, type Configuration } from '@annals/configuration';
import { SilencePolicy } from '@annals/domain-lifecycle';
import { seedOrganisation } from '@annals/domain-organisation';
import { fastifyAdapter, serveDocs, useHttpConventions } from '@annals/http';
import { formatSummary } from '@annals/importing';
import { ProjectionRunner } from '@annals/projecting';
import { AnnalsLogger } from '@annals/telemetry';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { AnnalsModule } from './annals.module.js';
import { apiDescription } from './api.js';
import { banner } from './banner.js';
import { openEngine, type Engine } from './engine.js';
import { importJob, load } from './load.js';
import { ProjectorThread } from './projector-thread.js';
import { settle } from './settle.js';

const SAMPLE = `${import.meta.dirname}/../../../infra/samples/northwind/mapping.json`;

/** Runs Annals until a signal ends it. With `sample` it has loaded the Northwind sample before it says that it is ready. */
export const serve = async ({ sample = false }: { readonly sample?: boolean }): Promise<void> => {
  const configuration = loadConfiguration(process.env);
  const engine = await openEngine(configuration);
  const accounts = await FileAccountStore.open(join(configuration.dataDir, 'accounts.json'));
  const password = await createFirstAdministrator(accounts);

  const app = await applicationOf(engine, accounts);
  await app.init();
  await seedOrganisation(app.get(CommandBus), FIRST_ADMINISTRATOR);
  await app.init();
  app.useLogger(false); // Nest would tell of a port in use, too
  await app.listen(configuration.port, configuration.host);
  app.useLogger(loggerOf(configuration));
  if (sample) await loadSample(app, engine);
  say(configuration, banner(await app.getUrl(), password));
};

const applicationOf = async (engine: Engine, accounts: FileAccountStore) => {
  const { configuration } = engine;
  const { logLevel, logFormat } = configuration;
  const adapter = fastifyAdapter(configuration);
  const runner = new ProjectorThread(engine.projections, configuration);
  const app = await NestFactory.create<NestFastifyApplication>(AnnalsModule.with(engine, accounts, runner), adapter, {
    // Nest tells of every route at the level of information.
    logger: loggerOf({ logFormat, logLevel: logLevel === 'info' ? 'warn' : logLevel }),
    abortOnError: false,
  });
  useHttpConventions(app, configuration);
  serveDocs(app, apiDescription());
  return app;
};

const loggerOf = ({ logLevel: level, logFormat: format }: Pick<Configuration, 'logLevel' | 'logFormat'>) =>
  new AnnalsLogger({ level, format });

const loadSample = async (app: NestFastifyApplication, engine: Engine) => {
  console.error(formatSummary(await load(app, await importJob(engine, SAMPLE, []))));
  await settle(engine, app.get(ProjectionRunner), app.get(SilencePolicy));
};

/** For people; where programs read the log it stays out of their way. */
const say = ({ logFormat }: Configuration, text: string) =>
  logFormat === 'json' ? console.error(text) : console.log(text);
