// Prints the most bytes that imports of files of several lengths keep in memory at a time, as JSON.
// A separate process, started with --expose-gc, so that only the import uses memory. Arguments: `dry` or `real`, and the numbers of rows.
import { importFiles, parseMapping } from '@annals/importing';
import { FolderBlobStore } from '@annals/store-folder';
import { MemoryRecordStore } from '@annals/store-memory';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REFUSED = { en: 'No.', zh: '否。' };
const LONG = 'A long word about the customer. '.repeat(60);
const [kind, ...lengths] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'annals-peak-'));
const rows = join(folder, 'rows.csv');
const stores = {
  records: new MemoryRecordStore(),
  blobs: new FolderBlobStore({ folder: join(folder, 'blobs') }),
  job: 'peak',
};

/** Every tenth row is broken, and every seventh is refused. */
const lineOf = (row) => (row % 10 === 0 ? `${row}\n` : `${row},${row}: ${LONG}\n`);
const answer = async (commands) =>
  commands.map(({ body }) =>
    Number(body.id) % 7 === 0 ? { status: 'refused', code: 'No', message: REFUSED } : { status: 'done', stored: true },
  );

const write = async (count) => {
  const file = createWriteStream(rows);
  file.write('id,text\n');
  for (let row = 1; row <= count; row += 1) if (!file.write(lineOf(row))) await once(file, 'drain');
  file.end();
  await once(file, 'close');
};

const mapping = parseMapping({
  name: 'test',
  files: { rows: { path: 'rows.csv' } },
  steps: [{ name: 'note', file: 'rows', command: 'Note', key: 'id', fields: { id: 'id', text: 'text' } }],
});

const peakOf = async (count) => {
  await write(count);
  gc();
  const before = process.memoryUsage().heapUsed;
  let peak = 0;
  const progress = () => {
    gc();
    peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  };
  const options = { files: { rows }, stores, dryRun: kind === 'dry', progress };
  const summary = await importFiles({ mapping, check: answer, execute: answer, ...options });
  if (summary.rows !== count) throw new Error(`${summary.rows} of ${count} rows`);
  return peak;
};

const peaks = [];
for (const length of lengths) peaks.push(await peakOf(Number(length)));
rmSync(folder, { recursive: true });
console.log(JSON.stringify(peaks));
