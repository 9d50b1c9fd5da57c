import { EngineFault } from '@annals/event-sourcing';

/** The code of an error of SQLite: its class is that of the driver's first load, and tests load it several times. */
export const codeOf = (error: unknown) => String((error as { code?: unknown }).code);

export const isConstraint = (error: unknown) => codeOf(error).startsWith('SQLITE_CONSTRAINT');

/** What an error of SQLite says of the file. */
export const faultOf = (error: unknown): EngineFault => {
  const kind = codeOf(error);
  const isFull = kind === 'SQLITE_FULL';
  const meaning = isFull ? 'the disk is full' : `cannot be written (${kind})`;
  return new EngineFault(
    { role: 'log', state: isFull ? 'DiskFull' : 'LogNotWritable', product: 'SQLite', kind, meaning },
    error,
  );
};
