import type { ImportEntry } from './imports.js';
import type { ImportPreview } from './preview-answer.js';
import { openDesk } from '../test/desk.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const CUSTOMERS = 'No,Company,E-mail,City\nA-1,Acme,info@acme.example,Berlin\nA-2,Brandt,no address,Kiel\n';

const sent = async (content: string) => (await desk.upload(content)).body.fileId;
const previewOf = async (fileId: string, form: object = {}) =>
  (await desk.post<ImportPreview>(`/v1/import-files/${fileId}/preview`, form)).body;
const begun = async (content: string, more: object = {}, form: object = {}) => {
  const fileId = await sent(content);
  const { mapping } = await previewOf(fileId, form);
  const { status, body } = await desk.post<ImportEntry>('/v1/imports', { files: { rows: fileId }, mapping, ...more });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body.importId;
};

it('takes a file with its name, and shows its beginning with what its columns become', async () => {
  const headers = { 'content-disposition': "attachment; filename*=UTF-8''%E5%AE%A2%E6%88%B7.csv" };
  const { status, body } = await desk.upload(CUSTOMERS, headers);
  expect({ status, body }).toMatchObject({ status: 201, body: { name: '客户.csv', bytes: CUSTOMERS.length } });
  expect(await previewOf(body.fileId)).toMatchObject({
    format: { encoding: 'utf-8', delimiter: ',', decimal: '.', dates: [] },
    columns: [
      { column: 'No', target: 'code', by: 'name', examples: ['A-1', 'A-2'] },
      { column: 'Company', target: 'name', by: 'name' },
      { column: 'E-mail', target: 'email', by: 'name' },
      { column: 'City', target: 'geographic.city', by: 'name' },
    ],
    rows: [
      ['A-1', 'Acme', 'info@acme.example', 'Berlin'],
      ['A-2', 'Brandt', 'no address', 'Kiel'],
    ],
    missing: [],
    mapping: { name: 'ke-hu', steps: [{ command: 'RegisterCustomer', key: 'No' }] },
  });
});

it('does what the caller decides of columns, and suggests the rest', async () => {
  const fileId = await sent('No;Company;Extra\nA-1;Acme;1.234,50\n');
  const columns = [
    { column: 'Extra', target: 'value.monthlyCharge' },
    { column: 'Company', target: null },
  ];
  const preview = await previewOf(fileId, { columns, constants: { kind: 'organisation' }, name: 'crm' });
  expect(preview).toMatchObject({
    format: { delimiter: ';', decimal: ',', thousands: '.' },
    columns: [
      { target: 'code', by: 'name' },
      { target: null, by: 'caller' },
      { target: 'value.monthlyCharge', by: 'caller' },
    ],
    constants: { kind: 'organisation', roles: ['end-customer'] },
    mapping: { name: 'crm', steps: [{ fields: { name: 'No', kind: { constant: 'organisation' } } }] },
  });
});

it('decides on every row in a dry run, and stores nothing but what it says of them', async () => {
  const head = await desk.engine.log.head();
  const importId = await begun(CUSTOMERS, { dryRun: true }, { name: 'dry' });
  const { task, finishedAt, rows } = await desk.settled(importId);
  expect(task).toMatchObject({
    ...{ kind: 'dry-run', state: 'finished', by: 'admin', file: 'dry-run-errors', problem: null },
    figures: { rows: 2, failed: 1, commands: { RegisterCustomer: { stored: 1, invalid: 1 } } },
  });
  expect(task!.figures!.problems).toMatchObject([
    { line: 3, severity: 'error', original: 'A-2,Brandt,no address,Kiel' },
  ]);
  expect({ finishedAt, rows, head: await desk.engine.log.head() }).toEqual({ finishedAt: null, rows: 0, head });
  expect((await desk.get(`/v1/imports/${importId}/dry-run-errors`)).text).toContain('no address');
  expect((await desk.get(`/v1/imports/${importId}/errors`)).status).toBe(404);
});

it('imports as the user who has started it, once however often it is run, and undoes it', async () => {
  const importId = await begun(CUSTOMERS, {}, { name: 'whole' });
  expect(await desk.settled(importId)).toMatchObject({
    ...{ mapping: 'whole', rows: 2, failed: 1, hasErrors: true, finishedAt: expect.any(String) as string },
    task: {
      kind: 'run',
      state: 'finished',
      file: 'errors',
      figures: { commands: { RegisterCustomer: { stored: 1 } } },
    },
  });
  const [registered] = await desk.engine.log.read('customer-whole-A-1');
  expect(registered).toMatchObject({ type: 'CustomerRegistered', actor: 'admin', causationId: importId });

  expect((await desk.post(`/v1/imports/${importId}/run`)).status).toBe(200);
  expect(await desk.settled(importId)).toMatchObject({
    task: { figures: { commands: { RegisterCustomer: { stored: 0, already: 1 } } } },
  });

  await desk.post(`/v1/imports/${importId}/undo`, { dryRun: true });
  expect(await desk.settled(importId)).toMatchObject({
    undo: null,
    task: {
      kind: 'dry-undo',
      state: 'finished',
      undone: { withdrawn: 1, changedBack: 0, kept: 0 },
      file: 'dry-undo-result',
    },
  });
  await desk.post(`/v1/imports/${importId}/undo`);
  expect(await desk.settled(importId)).toMatchObject({
    undo: { by: 'admin', withdrawn: 1, finishedAt: expect.any(String) as string },
    task: { kind: 'undo', state: 'finished', file: 'undo-result' },
  });
  expect((await desk.engine.log.read('customer-whole-A-1')).at(-1)!.type).toBe('CustomerWithdrawn');
});

it('goes on with an import that was paused, wherever it was', async () => {
  const importId = await begun(CUSTOMERS, {}, { name: 'paused' });
  const { status } = await desk.post(`/v1/imports/${importId}/pause`);
  expect([200, 409]).toContain(status); // it may have been faster
  expect(['paused', 'finished']).toContain((await desk.settled(importId)).task!.state);
  await desk.post(`/v1/imports/${importId}/run`);
  expect((await desk.settled(importId)).task).toMatchObject({ kind: 'run', state: 'finished', pausing: false });
  expect(await desk.engine.log.read('customer-paused-A-1')).toHaveLength(1);
});
