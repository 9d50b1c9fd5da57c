import { AttachmentSweep } from '@annals/attachments';
import { encodeConsistencyToken } from '@annals/http';
import { openDesk } from '../../imports/test/desk.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk({ ATTACHMENT_LIMIT: '1024' });
  const customer = { kind: 'organisation', name: '海澜水泵', roles: ['end-customer'] };
  await desk.post('/v1/customers', { customerId: 'acme', ...customer });
});
afterAll(() => desk.close());

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n');

const attach = (content: Buffer, name: string, query = '', headers: Readonly<Record<string, string>> = {}) =>
  desk.send<Receipt>('POST', `/v1/attachments?customerId=acme&kind=contract${query}`, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      ...headers,
    },
    payload: content,
  });
type Refused = { readonly content?: Buffer; readonly name?: string; readonly query?: string };
type Receipt = {
  readonly id: string;
  readonly position: number;
  readonly code: string;
  readonly consistencyToken: string;
};

const fresh = (
  url: string,
  { consistencyToken }: Pick<Receipt, 'consistencyToken'>,
  more: Record<string, string> = {},
) => desk.send('GET', url, { headers: { 'consistency-token': consistencyToken, ...more } });
const blobs = () => desk.engine.blobs.list('attachments/');

it('is attached, listed, downloaded, and removed with a reason', async () => {
  const { status, body: receipt } = await attach(PDF, '../合同 2026.pdf');
  expect({ status, stored: (await blobs()).length }).toEqual({ status: 201, stored: 1 });
  const { id } = receipt;
  expect(await fresh(`/v1/attachments/${id}`, receipt)).toMatchObject({
    body: {
      customerId: 'acme',
      kind: 'contract',
      name: '合同 2026.pdf',
      bytes: PDF.length,
      mediaType: 'application/pdf',
    },
  });
  const url = `/v1/attachments/${id}/content`;
  const download = await fresh(url, receipt);
  expect(download.text).toBe(PDF.toString());
  expect(download.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': `${PDF.length}`,
    'content-disposition': "attachment; filename*=UTF-8''%E5%90%88%E5%90%8C%202026.pdf",
    'x-content-type-options': 'nosniff',
  });
  const again = await fresh(url, receipt, { 'if-none-match': `${download.headers.etag}` });
  expect(again.status).toBe(304);

  const removed = await desk.post<Receipt>(`/v1/attachments/${id}/remove`, { reason: 'Of another customer.' });
  expect(await fresh(url, removed.body)).toMatchObject({ status: 410, body: { code: 'AttachmentGone' } });
  const later = new Date(Date.now() + 2 * 86_400_000);
  await desk.app.get(AttachmentSweep).sweep(later);
  expect(await blobs()).toEqual([]);
});

it('keeps content that an attachment needs', async () => {
  const { body: receipt } = await attach(PDF, 'a.pdf');
  await desk.app.get(AttachmentSweep).sweep(new Date(Date.now() + 2 * 86_400_000));
  expect(await fresh(`/v1/attachments/${receipt.id}/content`, receipt)).toMatchObject({ status: 200 });
});

it('is attached once by requests with one key', async () => {
  const key = { 'idempotency-key': 'contract-1' };
  const [first, second] = [await attach(PDF, 'b.pdf', '', key), await attach(PDF, 'b.pdf', '', key)];
  expect(second.body.id).toBe(first.body.id);
  expect(await attach(PDF, 'c.pdf', '', key)).toMatchObject({ status: 409, body: { code: 'AttachmentIdTaken' } });
});

it.each([
  ['a type that is not allowed', 415, 'AttachmentTypeNotAllowed', { name: 'a.exe' }],
  ['content of another type', 415, 'AttachmentTypeDiffers', { content: Buffer.from('MZ') }],
  ['more bytes than allowed', 413, 'AttachmentTooLarge', { content: Buffer.alloc(1_025) }],
  ['no bytes', 400, 'AttachmentEmpty', { content: Buffer.alloc(0) }],
  ['a deal that there is not', 422, 'AttachedToAnotherCustomer', { query: '&dealId=d-9' }],
  ['a deal without an id', 400, 'ValidationFailed', { query: '&dealId=' }],
])('is refused for %s', async (_, status, code, { content = PDF, name = 'a.pdf', query = '' }: Refused) => {
  const before = (await blobs()).length;
  expect(await attach(content, name, query)).toMatchObject({ status, body: { code } });
  expect((await blobs()).filter((blob) => blob.includes('incoming'))).toEqual([]);
  expect((await blobs()).length).toBe(before);
});

it('has no content of an attachment that there is not', async () =>
  expect(await desk.get('/v1/attachments/none/content')).toMatchObject({
    ...{ status: 404, body: { code: 'AttachmentNotFound' } },
  }));

it('says if an answer is older than what was asked for', async () => {
  const { body: receipt } = await attach(PDF, 'stale.pdf');
  await fresh(`/v1/attachments/${receipt.id}`, receipt);
  const ahead = { consistencyToken: encodeConsistencyToken(99_999_999) };
  for (const [id, status] of [
    [receipt.id, 200],
    ['unknown', 404],
  ] as const) {
    const answer = await fresh(`/v1/attachments/${id}/content`, ahead);
    expect([answer.status, answer.headers['annals-stale']]).toEqual([status, 'true']);
  }
});
