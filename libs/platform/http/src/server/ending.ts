import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const SOON = 1; // ms; 0 would be for ever
const LATEST = 35_000; // ms; a request may take REQUEST_TIMEOUT

/**
 * Returns what lets a server close soon after its last answer. Otherwise Node keeps a connection that was answering at that
 * moment for the whole `keepAliveTimeout`, and one on which nothing was ever asked for longer.
 */
export const endingOf = (server: Server): (() => void) => {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    server.keepAliveTimeout = SOON;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => server.closeAllConnections(), LATEST).unref();
  };
};
