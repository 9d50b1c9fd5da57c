import { printable } from '@annals/text';

type SystemError = Error & {
  /** A text, or a numeric code of gRPC or MongoDB. */
  readonly code?: string | number;
  readonly syscall?: string;
  readonly address?: string;
  readonly port?: number;
};

/** Explains a failed start in a few lines for a terminal. `dataDir` is the data folder, if it is known. */
export const explain = (error: unknown, dataDir = 'DATA_DIR'): string => printable(explanation(error, dataDir));

const explanation = (error: unknown, dataDir: string): string => {
  const failure = (error instanceof Error ? error : new Error(String(error))) as SystemError;
  if (process.env['LOG_LEVEL'] === 'debug') return failure.stack ?? failure.message;
  if (failure.syscall === 'listen') return notListening(failure);
  return isAboutData(failure) ? `The data folder ${dataDir} cannot be used: ${failure.message}.` : failure.message;
};

const notListening = ({ code, address, port, message }: SystemError) => {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${address} is in use. Stop the program that uses it, or set PORT to another port.`;
  if (code === 'EACCES') return `This user may not open port ${port}. Set PORT to a port above 1023.`;
  if (code === 'EADDRNOTAVAIL')
    return `This machine does not have the address ${address}. Set HOST to one of its addresses.`;
  return message;
};

const FOLDER = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC'];

const isAboutData = ({ code = '', syscall }: SystemError) =>
  `${code}`.startsWith('SQLITE_') || (syscall !== undefined && FOLDER.includes(`${code}`));
