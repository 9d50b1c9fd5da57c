import { stories, write } from './events.mjs';
import { run, Server } from './processes.mjs';
import { percentile, timed } from './statistics.mjs';
import { aligned } from './table.mjs';

const sizeOf = (text) => {
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  if (digits === undefined) throw new Error(`${text} is not a number of events such as 10k or 1m.`);
  return Number(digits) * { '': 1, k: 1_000, m: 1_000_000 }[unit.toLowerCase()];
};

const QUERIES = [
  'q=alfreds',
  'q=maria%20foods',
  'region=west&sort=-lastContactAt',
  'role=distributor&q=c',
  'sort=name',
];

const listTimes = async (server, rounds) => {
  const times = [];
  for (let round = 0; round < rounds; round += 1)
    for (const query of QUERIES) times.push(await timed(() => server.ask(`/v1/customers?${query}`)));
  return times;
};

const row = async ({ folder }, events) => {
  const dataDir = folder();
  const writing = await timed(() => write(dataDir, stories(events)));
  const { views } = await run('rebuild.mjs', dataDir);
  const { heap, resident } = await run('rebuild.mjs', dataDir, 'audit-history,customer-file');
  let server;
  const starting = await timed(async () => (server = await Server.start(dataDir)));
  await server.signIn();
  await server.caughtUp(events);
  await listTimes(server, 5);
  const p99 = percentile(await listTimes(server, 60), 0.99);
  await server.stop();
  const building = views.reduce((sum, view) => sum + view.building, 0);
  const mebibytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
  return [
    ...[events.toLocaleString('en'), `${(writing / 1000).toFixed(1)} s`, `${(building / 1000).toFixed(1)} s`],
    ...[
      `${Math.round((events * 1000 * views.length) / building).toLocaleString('en')}/s`,
      mebibytes(heap),
      mebibytes(resident),
    ],
    ...[`${p99.toFixed(1)} ms`, `${(starting / 1000).toFixed(2)} s`],
  ];
};

const TITLES = ['events', 'write log', 'rebuild all views', 'a view', 'heap', 'resident', 'list p99', 'start'];

/** The same figures for logs of different lengths, `10k,100k,1m`: some must be constant, others may grow linearly. */
export const scale = async (bench, sizes) => {
  const rows = [TITLES];
  for (const size of sizes.split(',').map(sizeOf)) rows.push(await row(bench, size));
  console.log(`\n${aligned(rows).join('\n')}`);
};
