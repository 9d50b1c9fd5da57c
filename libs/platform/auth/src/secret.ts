import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, so that a plain hash reveals nothing. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** 96 random bits, as an id. */
export const newId = (): string => randomBytes(12).toString('hex');

/** An id and a secret that are always the same for a text, and that nobody without the key can compute. */
export const derivedFrom = (key: Uint8Array, text: string): { readonly id: string; readonly secret: string } => {
  const digest = (what: string) => createHmac('sha256', key).update(`annals:${what}\n${text}`).digest();
  return {
    id: digest('credential id').subarray(0, 12).toString('hex'),
    secret: digest('secret').toString('base64url'),
  };
};

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const isSecret = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));

/** `<kind>_<id>_<secret>`: the owner can be looked up, and secret scanners can detect leaked ones. */
export const composed = (kind: string, id: string, secret: string): string => `${kind}_${id}_${secret}`;

/** `undefined` for a text that `composed` did not create. */
export const parts = (
  kind: string,
  credential: string,
): { readonly id: string; readonly secret: string } | undefined => {
  const [, prefix, id, secret] = /^([a-z]+)_([0-9a-f]{24})_([\w-]{43})$/.exec(credential) ?? [];
  return prefix === kind && id && secret ? { id, secret } : undefined;
};
