/**
 * The form of a packed value: a tag and what belongs to it. Lengths, numbers of shapes and of texts are variable-length
 * integers of 7 bits a byte, lowest first.
 */
export const TAG = {
  null: 0x00,
  false: 0x01,
  true: 0x02,
  /** 8 bytes, little-endian. */
  double: 0x03,
  integer: 0x04,
  /** Of a negative integer its amount. */
  negative: 0x05,
  /** A length in bytes and UTF-8. */
  text: 0x06,
  /** A length in bytes and UTF-16, for what UTF-8 cannot say. */
  broken: 0x07,
  /** A UUID in small letters: 16 bytes. */
  uuid: 0x08,
  /** `2026-01-31T09:00:00.000Z`: milliseconds in 6 bytes, big-endian. */
  instant: 0x09,
  /** `2026-01-31`: days in 3 bytes, big-endian. */
  day: 0x0a,
  /** A text that the row has already: its number. */
  again: 0x0b,
  /** A length and its values. */
  list: 0x0c,
  /** The number of its keys and its values. */
  shaped: 0x0d,
  /** A length, then each key as a value and its value. */
  keyed: 0x0e,
} as const;

// Tags that are values or lengths themselves; the rest of the byte is the number.
export const SHORT_LIST = 0x10; // up to 15
export const AGAIN = 0x20; // up to 31
export const SMALL = 0x40; // up to 63
export const SHORT_TEXT = 0x80; // up to 127 bytes

export const DAY = 86_400_000; // ms
export const LAST_DAY = 2 ** 24;

const SHORTEST = 3; // characters

/** Whether a text is numbered, so that it is written once. Both sides number the same texts in the same order. */
export const isNumbered = (value: unknown): value is string => typeof value === 'string' && value.length >= SHORTEST;
