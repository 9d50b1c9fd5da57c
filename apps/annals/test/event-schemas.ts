import type { Event, EventStore, RecordedEvent } from '@annals/event-sourcing';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './stage.js';

export type Schema = Readonly<Record<string, unknown>> & { readonly $id: string };

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

ajv.addSchema([...schemas.values()]);

const envelope = ajv.compile(JSON.parse(readFileSync(join(root, 'contracts/schemas/envelope.json'), 'utf8')) as Schema);

/** Errors of an independent validator in the data of a stored event. */
export const misfits = ({ type, schemaVersion, data }: Event, known = schemas): readonly string[] => {
  const name = `${type}.v${schemaVersion}`;
  const schema = known.get(name);
  return schema ? errorsOf(ajv.getSchema(schema.$id) ?? ajv.compile(schema), data, name) : [`${name} has no schema`];
};

/** Errors of an independent validator in a stored event: its envelope and its data. */
export const envelopeMisfits = (event: RecordedEvent): readonly string[] =>
  errorsOf(envelope, JSON.parse(JSON.stringify(event)), `${event.type}.v${event.schemaVersion}`);

const errorsOf = (validate: ValidateFunction, value: unknown, name: string) =>
  validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${name}${instancePath} ${message}`);

/** The events of a log that is not upcast, and their errors against the schema of a stored event. */
export const inspected = async (log: EventStore) => {
  const events = (await Array.fromAsync(log.readAll(0))).flat();
  await log.close();
  return { events, wrong: events.flatMap(envelopeMisfits) };
};
