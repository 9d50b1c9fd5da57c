import type { Diagnosis } from '@annals/event-sourcing';
import { ErrorType } from '@eventstore/db-client';
import { certificateFaultOf, Closed, isRefusal, NoAnswer, Unreadable, type CertificateFault } from './failures.js';

type Told = { readonly type?: unknown; readonly code?: unknown };

const FORBIDDEN = 7; // the user is known
const DENIED: ReadonlySet<unknown> = new Set([ErrorType.ACCESS_DENIED, 16]);

const CERTIFICATES: Readonly<Record<CertificateFault, string>> = {
  CertificateOfAnotherName: 'its certificate is not for the host that EVENT_STORE_URL names',
  CertificateUnknown: 'its certificate is not signed by a known CA: set tlsCAFile in EVENT_STORE_URL',
  CertificateExpired: 'its certificate has expired',
};

/** What an error of the driver says of the server; `undefined` for an answer, and for an error that is not the driver's. */
export const diagnose = (error: unknown): Diagnosis | undefined => {
  if (error instanceof NoAnswer) return away('NoAnswer');
  if (!(error instanceof Error) || error instanceof Closed || error instanceof Unreadable) return undefined;
  return refusalIn(error) ?? (isRefusal(error) ? undefined : absenceIn(error));
};

const refusalIn = (error: Error): Diagnosis | undefined => {
  const { type, code } = error as Told;
  if (code === FORBIDDEN)
    return refused(
      'AccessDenied',
      'does not let this user do what Annals needs: it must be an administrator, as it reads $all',
    );
  if (DENIED.has(type) || DENIED.has(code)) return refused('AccessDenied', 'refuses this user or password');
  const certificate = certificateFaultOf(error);
  return certificate && refused(certificate, CERTIFICATES[certificate]);
};

const absenceIn = (error: Error): Diagnosis | undefined => {
  const { type, code } = error as Told;
  if (TYPES.has(type)) return away(nameOf(String(type)));
  if (typeof code === 'number') return away(code === UNAVAILABLE ? 'Unavailable' : `Status${code}`);
  return error.message.startsWith('Failed to discover') ? away('NoLeader') : undefined;
};

const UNAVAILABLE = 14;

const TYPES: ReadonlySet<unknown> = new Set(Object.values(ErrorType));

const away = (kind: string): Diagnosis => ({ state: 'LogAway', kind, meaning: `does not answer (${kind})` });

const refused = (kind: string, meaning: string): Diagnosis => ({ state: 'LogRefused', kind, meaning });

/** `not-leader` as `NotLeader`. */
const nameOf = (type: string) => type.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
