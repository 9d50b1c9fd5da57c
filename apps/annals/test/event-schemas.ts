import type { Event, EventStore } from '@annals/event-sourcing';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './stage.js';

type Schema = Readonly<Record<string, unknown>> & { readonly $id: string };

const FOLDER = 'contracts/schemas/events';

/** The published JSON Schemas of stored events, by the names of their files: `DealClosed.v1`. */
export const schemas: ReadonlyMap<string, Schema> = new Map(
  globSync(`${FOLDER}/*.json`, { cwd: root }).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(root, file), 'utf8')) as Schema,
  ]),
);

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
ajv.addVocabulary(['x-label', 'x-values', 'x-descriptionZh', 'x-personal', 'x-identifies']);

const compiled = new Map<string, ValidateFunction>();

/** What an independent validator finds wrong with an event as it is stored. */
export const misfits = ({ type, schemaVersion, data }: Event): readonly string[] => {
  const name = `${type}.v${schemaVersion}`;
  const schema = schemas.get(name);
  if (!schema) return [`${name} has no schema`];
  const validate = compiled.get(name) ?? ajv.compile(schema);
  compiled.set(name, validate);
  if (validate(data)) return [];
  return validate.errors!.map(({ instancePath, message }) => `${name}${instancePath} ${message}`);
};

/** The number of events in a log that is not upcast, and what does not fit their schemas. */
export const inspected = async (log: EventStore) => {
  const events = (await Array.fromAsync(log.readAll(0))).flat();
  await log.close();
  return { events, wrong: events.flatMap(misfits) };
};
