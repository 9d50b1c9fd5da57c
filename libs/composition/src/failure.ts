type Told = Error & {
  /** A text, or a number of gRPC or MongoDB. */
  readonly code?: string | number;
  readonly syscall?: string;
  readonly address?: string;
  readonly port?: number;
};

/** One or a few lines for the person who started the program. `dataDir` is where it keeps its data, if that is known. */
export const explain = (error: unknown, dataDir = 'DATA_DIR'): string => {
  const told = (error instanceof Error ? error : new Error(String(error))) as Told;
  if (process.env['LOG_LEVEL'] === 'debug') return told.stack ?? told.message;
  if (told.syscall === 'listen') return notListening(told);
  return isAboutData(told) ? `The data folder ${dataDir} cannot be used: ${told.message}.` : told.message;
};

const notListening = ({ code, address, port, message }: Told) => {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${address} is in use. Stop what runs there, or set PORT to another.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}. Set HOST to one that it has.`;
  return message;
};

const FOLDER = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC'];

const isAboutData = ({ code = '', syscall }: Told) =>
  `${code}`.startsWith('SQLITE_') || (syscall !== undefined && FOLDER.includes(`${code}`));
