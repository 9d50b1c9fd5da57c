import { MemoryRecordStore } from '@annals/store-memory';
import { importRuns, noteRun } from './index.js';

it('an import is remembered, and more is added to what is known of it', async () => {
  const records = new MemoryRecordStore();
  await noteRun(records, 'crm-1', () => ({ mapping: 'crm', files: ['a.csv'], startedAt: '2026-01-05T09:00:00.000Z' }));
  await noteRun(records, 'crm-1', ({ rows }) => ({ rows: rows + 3, finishedAt: '2026-01-05T10:00:00.000Z' }));
  await records.put({ kind: 'import-run', id: 'strange', body: {} }, null);
  expect(await importRuns(records)).toEqual([
    {
      ...{ id: 'crm-1', mapping: 'crm', files: ['a.csv'], rows: 3, failed: 0, undo: null },
      ...{ startedAt: '2026-01-05T09:00:00.000Z', finishedAt: '2026-01-05T10:00:00.000Z' },
    },
  ]);
});
