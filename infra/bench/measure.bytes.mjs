import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { noted } from './budgets.mjs';
import { load, Server } from './processes.mjs';
import { here } from './trees.mjs';

const CUSTOMERS = 1_000;

const sizeOf = (dataDir, name) =>
  ['', '-wal']
    .map((suffix) => join(dataDir, `${name}.db${suffix}`))
    .reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0);

/** Bytes per event in the log and in the views, after `commands` commands over HTTP; the same commands in every run. */
export const bytesPerEvent = async (tree, dataDir, commands) => {
  await tree.write(dataDir, `customers(${CUSTOMERS})`);
  const server = await (await Server.start(dataDir, tree.product)).signIn();
  await load(server, { amount: commands, customers: CUSTOMERS });
  const events = await server.settled();
  await server.stop();
  return { log: sizeOf(dataDir, 'events') / events, views: sizeOf(dataDir, 'views') / events };
};

export const bytes = {
  name: 'bytes',
  what: 'bytes on disk per event, log and views together, after commands over HTTP',
  budget: noted('bytes'),
  async run({ folder, quick }) {
    const commands = quick ? 4_000 : 20_000;
    const { log, views } = await bytesPerEvent(here, folder(), commands);
    const parts = `${Math.round(log)} in the log, ${Math.round(views)} in the views`;
    return { value: log + views, notes: [`${parts}, after ${commands.toLocaleString('en')} commands`] };
  },
};
