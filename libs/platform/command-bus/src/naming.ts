import type { Naming } from '@annals/event-sourcing';
import { createHmac, createSecretKey, hash } from 'node:crypto';
import { parse, v5 } from 'uuid';

const EVENTS = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e7'; // persisted: another namespace would give repeated commands other ids

/** The naming of an installation; its identifiers can only be found with the same key. */
export const namingOf = (blindKey: Uint8Array): Naming => {
  const key = createSecretKey(blindKey); // created once, because creating it from bytes takes longer than hashing a value
  return {
    eventId: (name) => idIn(EVENT_SPACE, name),
    blind: (value) => createHmac('sha256', key).update(value).digest('base64url'),
  };
};

const EVENT_SPACE = Buffer.from(parse(EVENTS));

/** A UUIDv5 as `uuid` computes it, in a third of the time, because every event has one. */
const idIn = (space: Buffer, name: string): string => {
  const hex = hash('sha1', Buffer.concat([space, Buffer.from(name)]), 'hex');
  const variant = VARIANTS[Number.parseInt(hex[16]!, 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const VARIANTS = '89ab'; // the two highest bits are 10

const MESSAGES = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1ea'; // as above

/** The id of the command that a message of another system becomes; the same whenever the message is delivered again. */
export const commandIdOfMessage = (topic: string, key: string | null, sourceId: string): string =>
  v5(JSON.stringify([topic, key, sourceId]), MESSAGES);

const UPDATES = 'f2f0c6f4-53ab-5c0b-8e60-6a8a6a3c1d52'; // as above

/** The id of the command that stores what a later import of a row says; `number` counts the imports that stored something. */
export const commandIdOfUpdate = (commandId: string, number: number, content: unknown): string =>
  v5(JSON.stringify([commandId, number, hash('sha256', JSON.stringify(content), 'base64')]), UPDATES);
