import { EngineFault } from '@annals/event-sourcing';
import { CollectionGone, Poisoned, RebuildFailed, RebuildRunning } from '@annals/projecting';

/** An error in the form in which it passes between threads, which would drop its class. */
export type ToldError = {
  readonly name: string;
  readonly message: string;
  readonly fields: object;
  readonly cause?: ToldError;
};

const CLASSES = { CollectionGone, EngineFault, Poisoned, RebuildFailed, RebuildRunning };

export const told = (error: unknown): ToldError =>
  error instanceof Error
    ? {
        ...{ name: error.constructor.name, message: error.message, fields: { ...error } },
        ...(error.cause === undefined || error instanceof EngineFault ? {} : { cause: told(error.cause) }),
      }
    : { name: 'Error', message: String(error), fields: {} };

export const revived = ({ name, message, fields, cause }: ToldError): Error => {
  const error = Object.assign(new Error(message, cause && { cause: revived(cause) }), fields);
  const known = Object.hasOwn(CLASSES, name) ? CLASSES[name as keyof typeof CLASSES] : Error;
  return Object.setPrototypeOf(error, known.prototype) as Error;
};
