import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFile } from './durable-file.js';

/** `token` signs tokens; `blind` hides identifiers in stream names: without it their uniqueness is lost. */
export type Keys = { readonly token: Uint8Array; readonly blind: Uint8Array };

const BYTES = 32;

/**
 * The keys in `keys.json` of the data folder, created at the first start. A `tokenSecret` replaces the token key. Throws if
 * the file exists but is incomplete.
 */
export const loadKeys = async (dataDir: string, tokenSecret?: string): Promise<Keys> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'keys.json');
  const text = (await textOf(path)) ?? (await created(path));
  const keys = keysIn(text);
  if (!keys) throw new Error(`${path} does not contain the two keys of Annals. Restore it from a backup.`);
  return tokenSecret === undefined ? keys : { ...keys, token: Buffer.from(tokenSecret) };
};

const created = async (path: string): Promise<string> => {
  const fresh = () => randomBytes(BYTES).toString('base64url');
  await createFile(path, `${JSON.stringify({ token: fresh(), blind: fresh() })}\n`);
  return readFile(path, 'utf8'); // another process may have created it first
};

const textOf = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const keysIn = (text: string): Keys | undefined => {
  const { token, blind } = objectIn(text);
  const keys = { token: Buffer.from(`${token}`, 'base64url'), blind: Buffer.from(`${blind}`, 'base64url') };
  return keys.token.length === BYTES && keys.blind.length === BYTES ? keys : undefined;
};

const objectIn = (text: string): { readonly token?: string; readonly blind?: string } => {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
};
