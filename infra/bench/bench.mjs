// Measures the performance budgets. How to read the table: .github/CONTRIBUTING.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from './machine.mjs';
import { beside } from './beside.mjs';
import { COMPARED } from './compared.mjs';
import { append, appendMany } from './measure.append.mjs';
import { bytes } from './measure.bytes.mjs';
import { commands } from './measure.commands.mjs';
import { closeBrowser, input, paint, script, scroll } from './measure.console.mjs';
import { contactsOnEventStoreDb, copy, importsIntoEventStoreDb } from './measure.eventstoredb.mjs';
import { closeDistributed, DISTRIBUTED } from './measure.distributed.mjs';
import { deskLists } from './measure.desks.mjs';
import { duplicates } from './measure.duplicates.mjs';
import { freshness } from './measure.freshness.mjs';
import { growth } from './measure.growth.mjs';
import { importMemory, importRatio, imports } from './measure.imports.mjs';
import { closeAgedServer, pasts } from './measure.past.mjs';
import { merge } from './measure.merge.mjs';
import { memory, rebuilds } from './measure.rebuild.mjs';
import { reportThen } from './measure.reports.mjs';
import { bulk, token } from './measure.requests.mjs';
import { startCost, startGrowth, startUp, statusCost } from './measure.start.mjs';
import { closeLargeServer, list, page } from './measure.views.mjs';
import { scale } from './scale.mjs';
import { print } from './table.mjs';

const EMBEDDED = [
  ...[startUp, append, appendMany, commands, growth, freshness, rebuilds, memory, page, ...pasts, list, deskLists],
  ...[duplicates, merge, startCost, startGrowth, statusCost, token, bulk, reportThen],
  ...[imports, importRatio, importMemory, bytes],
];

const { values } = parseArgs({
  options: {
    ...{ only: { type: 'string', multiple: true }, quick: { type: 'boolean' }, scale: { type: 'string' } },
    ...{ distributed: { type: 'boolean' }, browser: { type: 'boolean' }, beside: { type: 'string' } },
  },
});
const OTHERS = {
  beside: COMPARED,
  distributed: [copy, importsIntoEventStoreDb, ...contactsOnEventStoreDb, ...DISTRIBUTED],
  browser: [paint, script, input, scroll],
};
const MEASURES = Object.entries(OTHERS).find(([option]) => values[option])?.[1] ?? EMBEDDED;
const unknown = (values.only ?? []).filter((name) => !MEASURES.some((measure) => measure.name === name));
if (unknown.length > 0) {
  console.error(
    `Unknown measure: ${unknown.join(', ')}. Known measures: ${MEASURES.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const root = mkdtempSync(join(tmpdir(), 'annals-bench-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

let folders = 0;
const bench = {
  quick: values.quick === true,
  shared: {},
  folder: () => mkdtempSync(join(root, `${(folders += 1)}-`)),
  freePort: async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address();
    probe.close();
    return port;
  },
};

const started = performance.now();
console.log(machine());
if (values.scale) {
  await scale(bench, values.scale);
} else if (values.beside) {
  await beside(bench, values.beside, values.only);
} else {
  const rows = [];
  for (const measure of MEASURES.filter(({ name }) => values.only?.includes(name) ?? true)) {
    process.stderr.write(`${measure.name} … `);
    const result = await measure.run(bench);
    process.stderr.write(`${measure.budget.show(result.value)}\n`);
    rows.push({ ...measure, ...result });
  }
  await closeLargeServer(bench);
  await closeAgedServer(bench);
  await closeDistributed(bench);
  await closeBrowser(bench);
  print(rows);
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
