import { errorFileOf, noteRun, undoResultOf } from '@annals/importing';
import { openDesk } from '../test/desk.js';
import type { ImportList } from './imports.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  const run = { mapping: 'crm', files: ['crm.csv'], rows: 3, failed: 1 };
  await noteRun(desk.engine.records, 'crm-1', () => ({ ...run, startedAt: '2026-01-05T09:00:00.000Z' }));
  const counts = { withdrawn: 2, changedBack: 1, kept: 1 };
  const undo = { startedAt: '2026-01-07T09:00:00.000Z', finishedAt: null, by: 'importer', ...counts };
  await noteRun(desk.engine.records, 'crm-2', () => ({ ...run, startedAt: '2026-01-06T09:00:00.000Z', undo }));
  await put(errorFileOf('crm-1'), 'file,row\r\n');
  await put(undoResultOf('crm-2'), 'outcome,record\r\n');
});
afterAll(() => desk.close());

const put = async (name: string, text: string) => {
  const content = (async function* () {
    yield Buffer.from(text);
  })();
  await desk.engine.blobs.put(name, content, 1_000);
};

const text = async (url: string) => {
  const { status, text: body, type } = await desk.get(url);
  return { status, type, body };
};

it('lists imports, the newest first, with what became of their undo', async () => {
  const { body } = await desk.get<ImportList>('/v1/imports');
  expect(body.items).toMatchObject([
    { importId: 'crm-2', mapping: 'crm', files: ['crm.csv'], hasErrors: false, undo: { kept: 1, finishedAt: null } },
    { importId: 'crm-1', rows: 3, failed: 1, finishedAt: null, hasErrors: true, undo: null },
  ]);
});

it('hands out the rows with errors and the result of an undo as CSV', async () => {
  const csv = { status: 200, type: 'text/csv; charset=utf-8' };
  expect(await text('/v1/imports/crm-1/errors')).toEqual({ ...csv, body: 'file,row\r\n' });
  expect(await text('/v1/imports/crm-2/undo-result')).toEqual({ ...csv, body: 'outcome,record\r\n' });
});

it.each([
  ['an import that does not exist', '/v1/imports/other/errors', 'ImportNotFound'],
  ['a name that leads out of the folder', '/v1/imports/..%2f..%2fkeys/errors', 'ImportNotFound'],
  ['a file that the import does not have', '/v1/imports/crm-2/errors', 'ImportFileNotFound'],
])('has no file of %s', async (_, url, code) => {
  expect(await desk.get(url)).toMatchObject({ status: 404, body: { code } });
});
