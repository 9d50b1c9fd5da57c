import { ErrorType } from '@eventstore/db-client';

/** The server did not answer in time, or its answer was lost. */
export class NoAnswer extends Error {
  constructor(milliseconds: number) {
    super(`EventStoreDB has not answered for ${milliseconds} ms.`);
  }
}

/** The log contains a record that Annals did not write, or a position beyond the safe integers. */
export class Unreadable extends Error {}

export class Closed extends Error {
  constructor() {
    super('The log is closed.');
  }
}

const REFUSALS: ReadonlySet<unknown> = new Set([
  ErrorType.ACCESS_DENIED,
  ErrorType.INVALID_ARGUMENT,
  ErrorType.INVALID_TRANSACTION,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.MISSING_REQUIRED_METADATA_PROPERTY,
  ErrorType.STREAM_DELETED,
  ErrorType.STREAM_NOT_FOUND,
  ErrorType.WRONG_EXPECTED_VERSION,
]);
const REFUSING_CODES: ReadonlySet<unknown> = new Set([3, 7, 12, 16]); // invalid, denied, unimplemented, unauthenticated
const ANSWERS: ReadonlySet<unknown> = new Set([ErrorType.UNKNOWN, ErrorType.TIMEOUT]);

type Told = { readonly type?: unknown; readonly code?: unknown; readonly message?: unknown };

/** Whether a retry would have the same result. */
export const isRefusal = (error: unknown): boolean => {
  if (error instanceof Closed || error instanceof Unreadable || isTooLarge(error)) return true;
  const { type, code } = error as Told;
  return REFUSALS.has(type) || REFUSING_CODES.has(code);
};

/** Whether the server takes no append of this size. What the driver does not know of newer servers, the text alone says. */
export const isTooLarge = (error: unknown): boolean => {
  const { type, code, message = '' } = error as Told;
  if (type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED) return true;
  return TOO_LARGE.some((each) => each.code === code && each.text.test(String(message)));
};

const TOO_LARGE = [
  { code: 3, text: /exceeds maximum append/i },
  { code: 8, text: /message (?:larger|exceeds)/i }, // resources exhausted
];

/** Whether the server has answered, even if only that it is overloaded. */
export const isAnswer = (error: unknown): boolean => isRefusal(error) || ANSWERS.has((error as Told).type);

const CERTIFICATES = {
  CertificateOfAnotherName: /altnames|certificate's altname/i,
  CertificateUnknown: /self.signed certificate|unable to (?:get|verify)/i,
  CertificateExpired: /certificate has expired/i,
} as const;

export type CertificateFault = keyof typeof CERTIFICATES;

/** Why TLS does not accept the server, by what Node says of it. */
export const certificateFaultOf = (error: unknown): CertificateFault | undefined => {
  const text = error instanceof Error ? error.message : '';
  return (Object.keys(CERTIFICATES) as CertificateFault[]).find((kind) => CERTIFICATES[kind].test(text));
};

/** Whether the server has a certificate that will not be accepted by waiting. */
export const isUntrusted = (error: unknown): boolean => certificateFaultOf(error) !== undefined;
