import type { Server } from 'node:http';
import { BlockList, isIPv6, type Socket } from 'node:net';
import { addressOf } from './rate-limit.js';

/** Closes each connection of an address that has `limit` of them open, unless it is one of `trusted` (addresses or networks). */
export const limitConnections = (server: Server, limit: number, trusted: readonly string[]): void => {
  const proxies = networksOf(trusted);
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const ip = socket.remoteAddress ?? '';
    if (proxies.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4')) return;
    const address = addressOf({ ip });
    const count = (open.get(address) ?? 0) + 1;
    if (count > limit) return socket.destroy();
    open.set(address, count);
    socket.once('close', () => {
      const rest = open.get(address)! - 1;
      if (rest === 0) open.delete(address);
      else open.set(address, rest);
    });
  });
};

const networksOf = (trusted: readonly string[]) => {
  const list = new BlockList();
  for (const each of trusted) {
    const [address = '', bits] = each.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
};
