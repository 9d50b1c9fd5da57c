import { createHash } from 'node:crypto';

type Fields = Readonly<Record<string, unknown>>;

const BITS_6 = 22; // characters of 6 bits: 132 bits, enough to exclude collisions

/**
 * A digest of the content of a command: its type and its fields in any order. Transport details and the expected revision
 * may differ between attempts.
 */
export const fingerprintOf = (type: string, fields: Fields): string => {
  const wish = Object.fromEntries(Object.entries(fields).filter(([name]) => !NO_WISH.includes(name)));
  const digest = createHash('sha256').update(canonical([type, wish]));
  return digest.digest('base64url').slice(0, BITS_6);
};

const NO_WISH = ['origin', 'type', 'expectedRevision'];

/** JSON with sorted keys (RFC 8785). */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
    .join()}}`;
};
