import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import pLimit from 'p-limit';

/** The scrypt cost of a password. */
export type Cost = { readonly N: number; readonly r: number; readonly p: number };

const STRONG: Cost = { N: 2 ** 15, r: 8, p: 3 }; // 32 MiB and about a fifth of a second
const BYTES = 32;
const SALT = 16; // bytes
const WAITING = 16;

// Passwords are checked by threads that files are read with, too; two of the four stay free.
const work = pLimit(2);

/** How many passwords are being checked or derived at this moment. */
export const passwordsUnderWay = (): number => work.activeCount;

/** Whether another password would wait for seconds until it is checked. */
export const hasPasswordsWaiting = (): boolean => work.pendingCount >= WAITING;

/** `scrypt$N$r$p$salt$key`, so that older hashes stay valid when the cost changes. */
export const hashPassword = async (password: string, cost: Cost = STRONG): Promise<string> => {
  const salt = randomBytes(SALT);
  return written(cost, salt, await derive(password, salt, cost));
};

/** The hash of no password, for unknown names: to check it takes as long as to check any other. */
export const hashOfNobody = (cost: Cost = STRONG): string => written(cost, randomBytes(SALT), randomBytes(BYTES));

const written = ({ N, r, p }: Cost, salt: Buffer, key: Buffer) =>
  ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');

/** Takes the same time for wrong and correct passwords. */
export const isPassword = async (password: string, hash: string): Promise<boolean> => {
  const [, N, r, p, salt = '', key = ''] = hash.split('$');
  const expected = Buffer.from(key, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64url'), cost), expected);
};

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'; // 5 bits each, without characters that look alike

/** A password of 130 bits, random by default, easy to read and to type. */
export const oneTimePassword = (bytes: Uint8Array = randomBytes(26)): string => {
  const letters = Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]);
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-');
};

const derive = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> => {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r + 2 ** 20 };
  return work(() => scryptOf(password.normalize('NFKC'), salt, BYTES, options));
};

const scryptOf = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
