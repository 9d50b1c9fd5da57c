import { explain } from '@annals/contracts-values';
import type { Words } from '@annals/event-sourcing';
import { withoutCycles, type JsonSchema } from './openapi.class-schema.js';
import { withMasks } from './openapi.masks.js';
import { withParts } from './openapi.parts.js';
import type { Roots } from './openapi.roots.js';

/** The newest version of an event, in which every answer has it. */
export type DescribedEvent = {
  readonly type: string;
  readonly version: number;
  readonly schema: object;
  /** What the event is called. */
  readonly words?: Words | undefined;
};

/** The schema of a recorded event that one of several takes the place of. */
const RECORDED = 'RecordedEvent';
const ENVELOPE = 'EventEnvelope';

/**
 * Describes a recorded event as one of `events`, by its type: the common envelope with the data of that type. Does nothing
 * where no answer has events.
 */
export const describeEvents = (roots: Roots, events: readonly DescribedEvent[]): void => {
  const recorded = roots.schemaOf(RECORDED);
  if (recorded === undefined || events.length === 0) return;
  roots.add(ENVELOPE, envelopeOf(recorded));
  for (const { type, version, schema, words } of events) {
    roots.addRepeat(`${type}Data`, type, dataOf(schema));
    roots.add(`${type}Event`, {
      ...(words && { title: words.en, 'x-title-zh': words.zh }),
      ...{ type: 'object', allOf: [roots.referTo(ENVELOPE)], required: ['type', 'schemaVersion', 'data'] },
      properties: { type: { const: type }, schemaVersion: { const: version }, data: roots.referTo(`${type}Data`) },
    });
  }
  const named = events.map(({ type }) => [type, `${type}Event`] as const);
  roots.add(RECORDED, { description: recorded['description'], ...roots.oneOf('type', named) });
};

const OWN = ['type', 'schemaVersion', 'data'];

const envelopeOf = ({ properties, required, ...schema }: JsonSchema): JsonSchema => ({
  ...schema,
  description: 'What is recorded of every event.',
  properties: Object.fromEntries(Object.entries(properties as object).filter(([name]) => !OWN.includes(name))),
  required: (required as readonly string[]).filter((name) => !OWN.includes(name)),
});

const dataOf = (schema: object): JsonSchema =>
  withMasks(explained(withoutCycles({ ...schema, $schema: undefined, $defs: undefined })));

const explained = (schema: JsonSchema): JsonSchema => {
  const json = { ...withParts(schema, explained) };
  explain(json);
  return json;
};
