import type { Diagnosis } from '@annals/event-sourcing';
import { MongoAPIError, MongoError, MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { constants } from 'node:os';

const REFUSING: ReadonlySet<unknown> = new Set([13, 18, 8000]); // unauthorised, authentication failed, Atlas
// Stepping down, shutting down, recovering, no primary, no majority.
const WITHOUT_PRIMARY: ReadonlySet<unknown> = new Set([91, 100, 189, 10_058, 10_107, 11_600, 11_602, 13_435, 13_436]);
const CLOSED: ReadonlySet<string> = new Set([
  'MongoPoolClosedError',
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
  'MongoClientClosedError',
]);

/** What an error of the driver says of the server; `undefined` for an answer, and for an error that is not the driver's. */
export const diagnose = (error: unknown): Diagnosis | undefined => {
  if (isOfSocket(error)) return away(error.code!);
  if (!(error instanceof MongoError)) return undefined;
  if (isRefusing(error)) return { state: 'ViewsRefused', kind: error.name, meaning: 'refuses this user or password' };
  if (isCertificate(error)) return { state: 'ViewsRefused', kind: 'CertificateUnknown', meaning: CERTIFICATE };
  return isAway(error) ? away(error.name) : undefined;
};

const away = (kind: string): Diagnosis => ({ state: 'ViewsAway', kind, meaning: `does not answer (${kind})` });

const STREAM = /^ERR_(STREAM|SOCKET)_/;

const isOfStream = (code: string) => code in constants.errno || STREAM.test(code);

/** The driver lets through what breaks while it writes a command, also to a connection that has ended or is gone. */
const isOfSocket = (error: unknown): error is NodeJS.ErrnoException =>
  typeof error === 'object' &&
  error !== null &&
  ('syscall' in error || ('code' in error && isOfStream(String(error.code))));

const CERTIFICATE =
  'its certificate is not signed by a known CA or is for another host: see tlsCAFile in READ_STORE_URL';

const isRefusing = (error: MongoError): boolean =>
  REFUSING.has(error.code) || (error.cause instanceof MongoError && isRefusing(error.cause));

const isCertificate = ({ message }: MongoError) =>
  /self.signed certificate|unable to (?:get|verify)|altnames/i.test(message);

const isAway = (error: MongoError): boolean => {
  if (error instanceof MongoServerError) return WITHOUT_PRIMARY.has(error.code);
  if (CLOSED.has(error.name)) return true;
  if (error instanceof MongoAPIError) return false;
  return error instanceof MongoNetworkError || error instanceof MongoServerSelectionError || /Timeout/.test(error.name);
};
