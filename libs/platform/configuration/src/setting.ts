import type { Words } from '@annals/event-sourcing';
import type { Reader } from './reader.js';

/** One variable of the environment; an empty value counts as not set. */
export type Setting<T = unknown> = Reader<T> & {
  readonly name: string;
  /** The value when it is not set; `undefined` for none. */
  readonly fallback: string | undefined;
  /** A noun phrase that can be understood without the other settings. */
  readonly meaning: Words;
  /** Its value is never shown. */
  readonly secret: boolean;
};

/** A setting with a default. */
export const setting = <T>(name: string, fallback: string, meaning: Words, reader: Reader<T>): Setting<T> => ({
  ...reader,
  name,
  fallback,
  meaning,
  secret: false,
});

/** A setting without a default. */
export const optional = <T>(name: string, meaning: Words, reader: Reader<T>): Setting<T | undefined> => ({
  ...reader,
  name,
  fallback: undefined,
  meaning,
  secret: false,
});

/** An optional setting whose value is confidential and may be read from a file. */
export const secret = <T>(name: string, { en, zh }: Words, reader: Reader<T>): Setting<T | undefined> => {
  const meaning = {
    en: `${en}; ${fileOf(name)} may name a file that holds the value`,
    zh: `${zh}；也可用 ${fileOf(name)} 指定存放该值的文件`,
  };
  return { ...optional(name, meaning, reader), secret: true };
};

/** The variable that names a file with the value of a secret. */
export const fileOf = (secret: string): string => `${secret}_FILE`;
