import iconv from 'iconv-lite';
import { sampleOf } from './sample.js';

/** A file in memory. */
const written = (text: string, encoding = 'utf-8') => {
  const bytes = iconv.encode(text, encoding);
  return sampleOf({
    ...{ name: 'rows.csv', size: bytes.length, print: async () => ({ facts: [], bytes: [] }) },
    read: async function* () {
      yield bytes;
    },
  });
};

it.each([
  ['d.M.yyyy', '31.12.2019'],
  ['M/d/yyyy', '12/31/2019'],
  ['d/M/yyyy', '31/12/2019'],
  ["yyyy'年'M'月'd'日'", '2019年12月31日'],
  ['yyyyMMdd', '20191231'],
  ['yyyy/M/d H:mm', '2019/12/31 8:05'],
])('sees that dates are written as %s', async (format, cell) => {
  expect((await written(`Name;Since\nLi;${cell}\n`)).format.dates).toEqual([format]);
});

it.each([
  ['1.234,50;7,5', { decimal: ',', thousands: '.' }],
  ['1,234.50;7.5', { decimal: '.', thousands: ',' }],
  ['1234,5;7,5', { decimal: ',' }],
  ['1234;7', { decimal: '.' }],
])('sees how the numbers %s are written', async (cells, numbers) => {
  const { decimal, thousands } = (await written(`a;b\n${cells}\n`)).format;
  expect({ decimal, ...(thousands !== undefined && { thousands }) }).toEqual(numbers);
});

it.each(['utf-8', 'utf-16le', 'gbk', 'gb18030'])('reads a file in %s', async (encoding) => {
  const mark = encoding === 'utf-16le' ? '\ufeff' : '';
  const text = `${mark}客户名称,城市,备注\n上海海澜水泵有限公司,上海,大客户\n北京华能电力公司,北京,重点客户\n`;
  expect((await written(text, encoding)).columns).toEqual(['客户名称', '城市', '备注']);
});
