import type { Reader } from './reader.js';

/** One variable of the environment; an empty value counts as not set. */
export type Setting<T = unknown> = Reader<T> & {
  readonly name: string;
  /** What counts when it is not set, `undefined` for nothing. */
  readonly fallback: string | undefined;
  readonly meaning: string;
  /** Its value is never shown. */
  readonly secret: boolean;
};

/** With a value of its own if it is not set. */
export const setting = <T>(name: string, fallback: string, meaning: string, reader: Reader<T>): Setting<T> => ({
  ...reader,
  name,
  fallback,
  meaning,
  secret: false,
});

/** Nothing counts if it is not set. */
export const optional = <T>(name: string, meaning: string, reader: Reader<T>): Setting<T | undefined> => ({
  ...reader,
  name,
  fallback: undefined,
  meaning,
  secret: false,
});

/** The same, and a file may hold it. */
export const secret = <T>(name: string, meaning: string, reader: Reader<T>): Setting<T | undefined> => ({
  ...optional(name, `${meaning} Or \`${fileOf(name)}\` names a file that holds it.`, reader),
  secret: true,
});

/** The variable that names a file with a secret, which then is in no environment. */
export const fileOf = (secret: string): string => `${secret}_FILE`;
