import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';

const SOON = 1; // ms; 0 would be for ever
const AFTER = 5_000; // ms; for the answers to the last requests

/**
 * Lets the server close soon after its last answer, at the latest when a request that takes `longest` milliseconds has been
 * answered. Otherwise Node keeps a connection that was answering at that moment for the whole `keepAliveTimeout`, and one on
 * which nothing was ever asked for longer.
 */
export const endSoon = (fastify: FastifyInstance, longest: number): void => {
  const { server } = fastify;
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  fastify.addHook('preClose', async () => {
    server.keepAliveTimeout = SOON;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    setTimeout(() => server.closeAllConnections(), longest + AFTER).unref();
  });
};
