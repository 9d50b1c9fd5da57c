import { createFirstAdministrator, FileAccountStore } from '@annals/auth';
import { ConfigurationInvalid, loadConfiguration, type Configuration } from '@annals/configuration';
import { SilencePolicy } from '@annals/domain-lifecycle';
import { fastifyAdapter, useHttpConventions } from '@annals/http';
import { formatSummary } from '@annals/importing';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { AnnalsModule } from './annals.module.js';
import { load } from './import.js';
import { openEngine } from './engine.js';

const SAMPLE = `${import.meta.dirname}/../../../infra/samples/northwind/mapping.json`;

/** Runs Annals until a signal ends it. `--sample` loads the Northwind sample first. */
export const serve = async (args: readonly string[]): Promise<void> => {
  const configuration = configured();
  const engine = await openEngine(configuration);
  const accounts = await FileAccountStore.open(join(configuration.dataDir, 'accounts.json'));
  const password = await createFirstAdministrator(accounts);

  const logger = new ConsoleLogger({ json: configuration.logFormat === 'json', logLevels: ['error', 'warn'] });
  const adapter = fastifyAdapter({ bodyLimit: configuration.bodyLimit });
  const app = await NestFactory.create<NestFastifyApplication>(AnnalsModule.with(engine, accounts), adapter, {
    logger,
  });
  useHttpConventions(app, { bulkBodyLimit: configuration.bulkBodyLimit });
  await app.listen(configuration.port, configuration.host);

  if (args.includes('--sample')) {
    console.log(formatSummary(await load(app, { engine, mappingPath: SAMPLE, files: [] })));
  }
  announce(await app.getUrl(), password);
  await app.get(SilencePolicy).tick(new Date());
};

const configured = (): Configuration => {
  try {
    return loadConfiguration(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationInvalid)) throw error;
    console.error(error.message);
    return process.exit(1);
  }
};

const announce = (url: string, password: string | null) => {
  const base = url.replace('[::1]', '127.0.0.1');
  const signIn = `curl -s ${base}/v1/session -H 'content-type: application/json' -d '{"name":"admin","password":"${password ?? '…'}"}'`;
  console.log(`
Annals is ready.

  API documentation   ${base}/docs
  Administrator       admin${password === null ? '' : `, one-time password: ${password}`}
  Try next            ${signIn}
`);
};
