import { share } from './budgets.mjs';
import { customers, write } from './events.mjs';
import { compared, load, ratioOfLoads, Server } from './processes.mjs';
import { interleaved } from './statistics.mjs';

const CUSTOMERS = 1_000;

export const commands = {
  name: 'commands',
  what: 'durable commands over HTTP against the same POST that stores nothing, at 64 connections',
  budget: share(0.6),
  async run({ folder, quick }) {
    const dataDir = folder();
    await write(dataDir, customers(CUSTOMERS));
    const annals = await (await Server.start(dataDir)).signIn();
    const peer = await (await Server.start(folder(), `${import.meta.dirname}/peer.commands.mjs`)).signIn();
    const seconds = quick ? 2 : 4;
    const send = (server) => load(server, { seconds, customers: CUSTOMERS });
    await annals.caughtUp(CUSTOMERS);
    await Promise.all([send(annals), send(peer)]); // warm
    const results = await interleaved(quick ? 3 : 5, { annals: () => send(annals), peer: () => send(peer) });
    await Promise.all([annals.stop(), peer.stop()]);
    return {
      value: ratioOfLoads(results.annals, results.peer),
      notes: [...compared(results.annals, results.peer, 'commands'), 'all views are updated at the same time'],
    };
  },
};
