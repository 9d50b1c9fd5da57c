import { readFileSync } from 'node:fs';
import { load, oneStep } from '../test/desk.js';

/** Files as spreadsheets write them, with invented data. */
const exported = (name: string) => readFileSync(`${import.meta.dirname}/../test/exports/${name}`);

it('reads what Excel saves as CSV in Chinese: GBK, columns and rows without content', async () => {
  const file = { encoding: 'gb2312', thousands: ',', dates: 'yyyy/M/d' };
  const fields = {
    id: '客户编号',
    name: '客户名称',
    phone: '电话',
    since: { column: '签约日期', transform: 'date' },
    amount: { column: '金额', transform: 'decimal' },
  };
  const { bodies, summary } = await load(
    exported('excel-zh.csv'),
    oneStep(fields, { file, step: { key: '客户编号' } }),
  );
  expect(bodies).toEqual([
    { id: 'K-001', name: '北京示例电力有限公司', phone: '010-00000001', since: '2024-03-05', amount: '12345.6' },
    { id: 'K-002', name: '上海虚构仪表厂', since: '2023-11-20', amount: '980' },
  ]);
  expect(summary).toMatchObject({ rows: 2, failed: 0, warnings: 0 });
});

it('reads what Excel saves as CSV UTF-8, whose last cells may be missing', async () => {
  const fields = { id: 'id', name: 'name', phone: 'phone', since: 'since', amount: 'amount' };
  const { bodies, summary } = await load(exported('excel-utf8.csv'), oneStep(fields));
  expect(bodies).toEqual([
    { id: '1', name: 'Société Exemple', since: '2024-03-05', amount: '12.5' },
    { id: '2', name: 'Žluťoučký Kůň s.r.o.', phone: '+420 000 000 001' },
  ]);
  expect(summary).toMatchObject({ failed: 0, uneven: 1 });
});

it('reads what Excel saves as Unicode text: UTF-16 and tabs', async () => {
  const fields = { id: 'id', name: 'name', phone: 'phone', amount: { column: 'amount', transform: 'decimal' } };
  const { bodies } = await load(exported('excel-unicode.txt'), oneStep(fields, { file: { delimiter: '\t' } }));
  expect(bodies).toEqual([{ id: '1', name: '示例 "南" 公司', phone: '+86 10 0000 0001', amount: '12.5' }]);
});

it('reads what Excel saves in German: Windows-1252 that is called latin1, semicolons, and a line for Excel alone', async () => {
  const file = {
    ...{ encoding: 'latin1', delimiter: ';', decimal: ',', thousands: '.' },
    dates: ['dd.MM.yyyy', 'dd.MM.yy'],
  };
  const fields = {
    name: 'Firma',
    phone: 'Telefon',
    since: { column: 'Seit', transform: 'date' },
    amount: { column: 'Umsatz €', transform: 'decimal' },
  };
  const { bodies } = await load(exported('excel-de.csv'), oneStep(fields, { file, step: { key: 'Nr' } }));
  expect(bodies).toEqual([
    { name: 'Müller – Söhne „Beispiel“', phone: '+49 711 000000', since: '2024-03-05', amount: '1234.5' },
    { name: 'Café Éxempel', since: '1999-11-20', amount: '-3' },
  ]);
});

it('reads UTF-16 with its bytes the other way round, and lines that end with CR', async () => {
  const { bodies } = await load(exported('mac-utf16be.csv'), oneStep({ id: 'id', name: 'name' }));
  expect(bodies).toEqual([
    { id: '1', name: '示例' },
    { id: '2', name: 'two\rlines' },
  ]);
});
