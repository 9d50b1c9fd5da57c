const MEBIBYTE = 1_024 * 1_024;

/** How versions of the server differ. Sizes are in bytes. */
export type Traits = {
  /** Maximum size of all events of an append together. */
  readonly largestAppend: number;
  /** Maximum size of one event of an append. */
  readonly largestEvent: number;
  /** Maximum size of a message of the protocol; larger ones do not reach the server's code. */
  readonly largestMessage: number;
  /** The text of the error for a position of `$all` at which no record begins. */
  readonly misplaced: string;
  /** Whether it takes many appends in one call. */
  readonly batches: boolean;
};

/** The versions whose answers are known. */
export const VERSIONS = {
  '23.10.6': {
    largestAppend: MEBIBYTE,
    largestEvent: Infinity,
    largestMessage: 17 * MEBIBYTE,
    misplaced: 'Unexpected ReadAllResult: Error',
    batches: true,
  },
  '26.1.0': {
    largestAppend: 256 * MEBIBYTE,
    largestEvent: 16 * MEBIBYTE,
    largestMessage: 17 * MEBIBYTE,
    misplaced: 'Unexpected ReadAllResult: InvalidPosition',
    batches: true,
  },
} as const satisfies Readonly<Record<string, Traits>>;

export type Version = keyof typeof VERSIONS;
