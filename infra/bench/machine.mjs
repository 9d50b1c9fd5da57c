import Database from 'better-sqlite3';
import { cpus, loadavg, totalmem } from 'node:os';

/** The machine and its load, in two lines. */
export const machine = () => {
  const database = new Database(':memory:');
  const sqlite = database.prepare('SELECT sqlite_version()').pluck().get();
  database.close();
  const cores = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const { platform, arch, version } = process;
  const others = loadavg()[0].toFixed(1);
  return [
    `${cores.length} × ${cores[0].model.trim()}, ${memory}, ${platform} ${arch}, Node ${version}, SQLite ${sqlite}`,
    `${others} runnable processes of others; above ${cores.length / 2} they distort the figures below`,
  ].join('\n');
};
