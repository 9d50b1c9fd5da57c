import { createRecord, type RecordStore } from '@annals/event-sourcing';
import { randomBytes } from 'node:crypto';

/** `token` signs tokens; `blind` hides identifiers in stream names: without it their uniqueness is lost. */
export type Keys = { readonly token: Uint8Array; readonly blind: Uint8Array };

const BYTES = 32;

/** The keys as they are recorded, in base64url. */
export type RecordedKeys = { readonly token: string; readonly blind: string };

/** Kind and id of the record of the keys. */
export const KEYS = { kind: 'keys', id: 'installation' } as const;

export const keysRecord = (body: RecordedKeys) => ({ ...KEYS, body });

/** The recorded keys, created at the first start. A `tokenSecret` replaces the token key. Throws if they are incomplete. */
export const loadKeys = async (records: RecordStore, tokenSecret?: string): Promise<Keys> => {
  const { body } = (await records.get(KEYS.kind, KEYS.id)) ?? (await createRecord(records, keysRecord(freshKeys())));
  const keys = keysIn(body);
  if (!keys) throw new Error('The record of the keys does not contain the two keys of Annals. Restore a backup.');
  return tokenSecret === undefined ? keys : { ...keys, token: Buffer.from(tokenSecret) };
};

const freshKeys = (): RecordedKeys => {
  const fresh = () => randomBytes(BYTES).toString('base64url');
  return { token: fresh(), blind: fresh() };
};

/** `undefined` unless both keys are complete. */
export const keysIn = (body: Partial<RecordedKeys>): Keys | undefined => {
  const { token, blind } = body;
  const keys = { token: Buffer.from(`${token}`, 'base64url'), blind: Buffer.from(`${blind}`, 'base64url') };
  return keys.token.length === BYTES && keys.blind.length === BYTES ? keys : undefined;
};
