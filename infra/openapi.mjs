// Writes contracts/openapi.json: the response of the all-in-one process at /openapi.json. Needs a build.
// With --check it writes nothing and fails if the file is out of date.
import { configurationOf } from '@annals/composition';
import { fastifyAdapter, openApiDocument } from '@annals/http';
import { apiDescription, closeStores, openEngine, ServiceModule } from '@annals/composition';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { everything } from '../apps/annals/dist/parts.js';

const root = resolve(import.meta.dirname, '..');
const file = `${root}/contracts/openapi.json`;

const folder = mkdtempSync(join(tmpdir(), 'annals-openapi-'));
const engine = await openEngine(configurationOf({ DATA_DIR: folder }));
const adapter = fastifyAdapter({ bodyLimit: engine.configuration.bodyLimit });
const app = await NestFactory.create(ServiceModule.with(engine, everything(engine)), adapter, {
  logger: ['error'],
});

const document = JSON.stringify(openApiDocument(app, apiDescription()));
const text = await format(document, { ...(await resolveConfig(file)), parser: 'json' });
await closeStores(engine);
rmSync(folder, { recursive: true });

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('contracts/openapi.json is out of date: run "npm run generate".');
  process.exitCode = 1;
}
