import { allowedExtension, cleanName, verifiedType } from './attachment-file.js';

const sent = (disposition?: string) => ({ headers: { 'content-disposition': disposition } });
const named = (name: string) => sent(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
const ALLOWED = ['pdf', 'png', 'jpg', 'csv'];

it.each([
  ['folders', '../../etc/contract.pdf', 'contract.pdf'],
  ['folders of Windows', 'C:\\temp\\contract.pdf', 'contract.pdf'],
  ['control and format characters', 'con\u0000tract\u202E.pdf\r\n', 'contract.pdf'],
  ['other normal forms', 'Vertra\u0308ge.pdf', 'Vertr\u00E4ge.pdf'],
])('has a name without %s', (_, said, name) => expect(cleanName(named(said))).toBe(name));

it('keeps the extension of a long name, and takes a plain one', () => {
  expect(cleanName(named(`${'合'.repeat(500)}.pdf`))).toHaveLength(184);
  expect(cleanName(sent('attachment; filename="a b.pdf"'))).toBe('a b.pdf');
  expect([cleanName(sent()), cleanName(sent("attachment; filename*=UTF-8''%E0%A4%A"))]).toEqual(['', '']);
});

it('has an extension that is allowed', () => {
  expect([allowedExtension('A.JPEG', ALLOWED), allowedExtension('a.b.pdf', ALLOWED)]).toEqual(['jpg', 'pdf']);
  for (const name of ['a.exe', 'pdf', '', 'a.pdf.'])
    expect(() => allowedExtension(name, ALLOWED)).toThrow('AttachmentTypeNotAllowed');
});

const PDF = Buffer.from('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj\n', 'latin1');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

it('has the type that its signature says', async () => {
  expect(await verifiedType('pdf', PDF)).toBe('application/pdf');
  expect(await verifiedType('png', PNG)).toBe('image/png');
  expect(await verifiedType('csv', Buffer.from('名称,价格\n'))).toBe('text/csv');
  expect(await verifiedType('csv', Buffer.from('名称').subarray(0, 5))).toBe('text/csv');
});

it.each([
  ['another format', 'pdf', PNG],
  ['a program', 'pdf', EXE],
  ['a program', 'csv', EXE],
  ['no text', 'csv', Buffer.from([0xff, 0xfe, 0x41, 0x80, 0x80, 0x80, 0x80])],
  ['text', 'png', Buffer.from('text')],
])('is refused for %s with the extension %s', (_, extension, start) =>
  expect(verifiedType(extension, start)).rejects.toThrow('AttachmentTypeDiffers'),
);
