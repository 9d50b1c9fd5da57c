import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, so that a plain hash of them tells nobody anything. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** 96 random bits, good as an id everywhere. */
export const newId = (): string => randomBytes(12).toString('hex');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const isSecret = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));

/** `<kind>_<id>_<secret>`: whose it is can be looked up, and scanners of source code can find what was left there. */
export const composed = (kind: string, id: string, secret: string): string => `${kind}_${id}_${secret}`;

/** `undefined` for what `composed` has not made. */
export const parts = (
  kind: string,
  credential: string,
): { readonly id: string; readonly secret: string } | undefined => {
  const [, prefix, id, secret] = /^([a-z]+)_([0-9a-f]{24})_([\w-]{43})$/.exec(credential) ?? [];
  return prefix === kind && id && secret ? { id, secret } : undefined;
};
