import { Client } from './client.js';
import { Server } from './server.js';

const PASSWORD = 'correct horse battery staple';

/** The product on a data folder, and a client that has claimed the administrator's account or signs in again. */
export const startedIn = async (...where: Parameters<typeof Server.start>) => {
  const server = await Server.start(...where);
  const client = new Client(server.url);
  if (server.oneTimePassword === undefined) await client.signIn('admin', PASSWORD);
  else await client.claim(server.oneTimePassword, PASSWORD);
  return { server, client };
};
