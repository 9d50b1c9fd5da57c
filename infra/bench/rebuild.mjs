// Rebuilds every view of a data folder, and reads and parses the whole log between rebuilds; prints the times as JSON.
import { configurationOf } from '@annals/composition';
import { rebuild } from '@annals/projecting';
import { closeStores, openEngine } from '@annals/composition';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { timed } from './statistics.mjs';

const [, , dataDir, names] = process.argv;
const chosen = names?.split(','); // memory is measured then, which takes time
const engine = await openEngine(configurationOf({ DATA_DIR: dataDir }));
const raw = new Database(join(dataDir, 'events.db'), { readonly: true });
const page = raw.prepare('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT 1000');

/** The fastest way to read the log: pages of rows, each body parsed. */
const readLog = () => {
  let position = 0;
  let parsed = 0;
  for (;;) {
    const rows = page.all(position);
    if (rows.length === 0) return parsed;
    for (const { body } of rows) parsed += JSON.parse(body).data === undefined ? 0 : 1;
    position = rows.at(-1).position;
  }
};

let heap = 0;
const look = () => {
  globalThis.gc();
  heap = Math.max(heap, process.memoryUsage().heapUsed);
};

readLog(); // warm
const views = [];
for (const projection of engine.catalogue.views.filter(({ name }) => chosen?.includes(name) ?? true)) {
  const reading = await timed(readLog);
  const building = await timed(() =>
    rebuild(engine.log, engine.documents, projection, chosen ? { onProgress: look } : {}),
  );
  views.push({ view: projection.name, reading, building });
}
const events = await engine.log.head();
raw.close();
await closeStores(engine);
console.log(JSON.stringify({ events, views, heap, resident: process.resourceUsage().maxRSS * 1024 }));
