import type { Naming } from '@annals/event-sourcing';
import { createHmac, createSecretKey } from 'node:crypto';
import { v5 } from 'uuid';

const EVENTS = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e7'; // on disk: another namespace would give repeated commands other ids

/** The naming of an installation; whoever has another key finds none of its identifiers. */
export const namingOf = (blindKey: Uint8Array): Naming => {
  const key = createSecretKey(blindKey); // from bytes it would be made for each value, which takes longer than to hash it
  return {
    eventId: (name) => v5(name, EVENTS),
    blind: (value) => createHmac('sha256', key).update(value).digest('base64url'),
  };
};

const MESSAGES = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1ea'; // as above

/** The id of the command that a message from another system becomes: the same however often the message comes. */
export const commandIdOfMessage = (topic: string, key: string | null, sourceId: string): string =>
  v5(JSON.stringify([topic, key, sourceId]), MESSAGES);
