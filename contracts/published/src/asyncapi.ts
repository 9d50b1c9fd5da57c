import { explain } from '@annals/contracts-values';
import { z } from 'zod';
import { nameOf, OUTGOING_TOPIC, schemaIdOf, SOURCE } from './cloud-event.js';
import type { PublishedEvent } from './publication.js';

/** A message that Annals accepts from a topic. */
export type InboundMessage = {
  readonly topic: string;
  readonly name: string;
  readonly version: number;
  readonly schema: z.ZodType;
};

type Json = Readonly<Record<string, unknown>>;

const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;

const attributes = {
  ce_specversion: { const: '1.0' },
  ce_id: { ...text, description: 'The id of the event; a repeated event has the same id.' },
  ce_source: { const: SOURCE },
  ce_type: text,
  ce_subject: { ...text, description: 'The id of the customer; also the key of the message.' },
  ce_time: { ...time, description: 'When the event happened.' },
  ce_dataschema: { type: 'string', format: 'uri' },
  'content-type': { const: 'application/json' },
  ce_recordedtime: { ...time, description: 'When the event was recorded.' },
  ce_position: {
    type: 'string',
    pattern: '^[0-9]+$',
    description: 'The position in the log; ascending within a partition.',
  },
  ce_revision: { type: 'string', pattern: '^[0-9]+$', description: 'The revision of the event in its stream.' },
  ce_correlationid: text,
  ce_causationid: text,
} satisfies Json;

const log = { ...text, format: 'uuid', description: 'The log of the event, which ce_position belongs to.' };
const traceparent = { ...text, description: 'W3C trace context.' };

const cloudEventHeaders = {
  type: 'object',
  required: Object.keys(attributes),
  properties: { ...attributes, 'annals-log': log, ce_traceparent: traceparent, traceparent },
};

const inboundHeaders = {
  type: 'object',
  properties: {
    ce_id: { ...text, description: 'The id of the message at its source; a repeated message is ignored.' },
    id: { ...text, description: 'Used if there is no ce_id.' },
    traceparent,
  },
};

/** An AsyncAPI 3 document of the topics that Annals writes and reads; the names of schemas hold their versions. */
export const asyncApiDocument = (publications: readonly PublishedEvent[], inbound: readonly InboundMessage[]) => {
  const incoming = Map.groupBy(inbound, ({ topic }) => topic);
  const outgoing = { name: OUTGOING_TOPIC, messages: publications.map(nameOf) };
  const topics = [...incoming].map(([name, messages]) => ({ name, messages: messages.map(versioned) }));
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Annals over Kafka',
      version: '1',
      description: 'Outgoing events about customers, and incoming messages that become commands.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      tags: [{ name: 'crm', description: 'Customer relationship management.' }],
    },
    servers: { kafka: { host: 'localhost:9092', protocol: 'kafka', description: 'A broker of `KAFKA_BROKERS`.' } },
    defaultContentType: 'application/json',
    channels: Object.fromEntries([outgoing, ...topics].map((topic) => [topic.name, channelOf(topic)])),
    operations: {
      publishCustomerEvents: operationOn('send', outgoing, 'Annals publishes each event once, in order by customer.'),
      ...Object.fromEntries(
        topics.map((topic) => [
          `take:${topic.name}`,
          operationOn('receive', topic, 'Annals carries out the command of each message once.'),
        ]),
      ),
    },
    components: {
      messages: Object.fromEntries([
        ...publications.map((each) => [nameOf(each), outgoingMessage(each)] as const),
        ...inbound.map((each) => [versioned(each), messageOf(versioned(each), inboundHeaders)] as const),
      ]),
      schemas: Object.fromEntries([
        ...publications.map((each) => [nameOf(each), schemaOf(nameOf(each), each.schema, 'output')] as const),
        ...inbound.map((each) => [versioned(each), schemaOf(versioned(each), each.schema, 'input')] as const),
      ]),
    },
  };
};

type Topic = { readonly name: string; readonly messages: readonly string[] };

const versioned = ({ name, version }: InboundMessage) => `${name}.v${version}`;

const channelOf = ({ name, messages }: Topic) => ({
  address: name,
  messages: Object.fromEntries(messages.map((each) => [each, { $ref: `#/components/messages/${each}` }])),
});

const operationOn = (action: 'send' | 'receive', { name, messages }: Topic, description: string) => ({
  ...{ action, description },
  channel: { $ref: `#/channels/${name}` },
  messages: messages.map((each) => ({ $ref: `#/channels/${name}/messages/${each}` })),
});

const outgoingMessage = (publication: PublishedEvent) => {
  const name = nameOf(publication);
  const own = { ce_type: { const: `annals.${name}` }, ce_dataschema: { const: schemaIdOf(name) } };
  const headers = { ...cloudEventHeaders, properties: { ...cloudEventHeaders.properties, ...own } };
  return { ...messageOf(name, headers), title: publication.event.type };
};

const messageOf = (name: string, headers: Json) => ({
  name,
  headers,
  payload: { $ref: `#/components/schemas/${name}` },
  bindings: { kafka: { key: { type: 'string' }, bindingVersion: '0.5.0' } },
});

const schemaOf = (name: string, schema: z.ZodType, io: 'input' | 'output') => ({
  ...z.toJSONSchema(schema, {
    ...{ io, target: 'draft-07', unrepresentable: 'any' },
    override: ({ jsonSchema }) => explain(jsonSchema),
  }),
  $id: schemaIdOf(name),
});
