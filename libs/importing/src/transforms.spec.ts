import { bodyOf, load, oneStep } from '../test/desk.js';

describe('a transform', () => {
  it.each([
    ['trim', ' x ', 'x'],
    ['upper', 'é', 'É'],
    ['lower', 'ÀB', 'àb'],
    ['number', '1.50', 1.5],
    ['integer', '0042', 42],
    ['decimal', '-007.50', '-7.5'],
    ['decimal', '.25', '0.25'],
    ['boolean', 'Yes', true],
    ['boolean', '否', false],
    ['date', '2024-02-29', '2024-02-29'],
    ['instant', '2024-02-29T10:00:00+08:00', '2024-02-29T02:00:00.000Z'],
    ['uuid', '客户 1', 'cb69c6de-0000-0000-0000-000000000000'],
    [{ boolean: { true: ['J'], false: ['N'] } }, 'n', false],
    [{ date: 'dd.MM.yyyy' }, '31.12.1999', '1999-12-31'],
    [{ date: ['d/M/yy', 'yyyy年M月d日'] }, '2024年3月5日', '2024-03-05'],
    [{ instant: 'yyyy-MM-dd HH:mm' }, '2024-07-01 12:00', '2024-07-01T12:00:00.000Z'],
    [{ split: ';' }, 'a; b;;c', ['a', 'b', 'c']],
    [[{ split: '|' }, 'upper'], 'a|b', ['A', 'B']],
    [{ replace: '[^0-9+]', with: '' }, '+49 (30) 12', '+493012'],
    [{ monthsBefore: '2018-01-31' }, '2', '2017-11-30'],
    [{ map: { x: 1, y: { z: [] } } }, 'y', { z: [] }],
    [{ map: {}, otherwise: 'other' }, 'z', 'other'],
  ])('%j makes of %j %j', async (transform, text, wanted) => {
    const result = await bodyOf({ a: { column: 'a', transform } }, `1,"${text}",x`);
    if (transform === 'uuid') expect(result).toEqual({ a: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
    else expect(result).toEqual({ a: wanted });
  });

  it.each([
    ['number', '1,5', 'BadNumber'],
    ['integer', '1.5', 'BadNumber'],
    ['decimal', '1e5', 'BadNumber'],
    ['decimal', '0.123456789', 'BadNumber'],
    ['decimal', '1234567890123456', 'BadNumber'],
    ['boolean', 'perhaps', 'BadBoolean'],
    ['date', '2023-02-29', 'BadDate'],
    [{ date: 'dd.MM.yyyy' }, '2023-02-28', 'BadDate'],
    [{ map: { x: 1 } }, 'y', 'NotInMap'],
    [[{ map: { x: [{}] } }, 'upper'], 'x', 'BadValue'],
  ])('%j refuses %j, and says so once', async (transform, text, code) => {
    const fields = { a: { column: 'a', transform, onBlank: 'reject' }, again: { column: 'a', transform } };
    expect(await bodyOf(fields, `1,"${text}",x`)).toEqual([`error a ${code}`]);
  });

  it('leaves a blank when nothing is left', async () =>
    expect(await bodyOf({ id: 'id', a: { column: 'a', transform: { split: ';' }, default: ['-'] } }, '1,;,x')).toEqual({
      id: '1',
      a: ['-'],
    }));

  it('reads numbers and dates as the file writes them', async () => {
    const file = {
      delimiter: ';',
      decimal: ',',
      thousands: '.',
      dates: ['dd.MM.yyyy HH:mm', 'dd.MM.yyyy'],
      zone: 'Europe/Berlin',
    };
    const fields = { n: { column: 'n', transform: 'decimal' }, d: { column: 'd', transform: 'instant' } };
    const { bodies, errors } = await load(
      'id;n;d\r\n1;1.234.567,89;01.07.2024 12:00\r\n2;12,5;01.01.2024\r\n3;12.34;01.01.2024\r\n4;1,2,3;01.01.2024\r\n',
      oneStep(fields, { file }),
    );
    expect(bodies).toEqual([
      { n: '1234567.89', d: '2024-07-01T10:00:00.000Z' },
      { n: '12.5', d: '2023-12-31T23:00:00.000Z' },
    ]);
    expect(errors.map((line) => line.split(',').slice(1, 6).join(' '))).toEqual([
      '3 4 error n BadNumber',
      '4 5 error n BadNumber',
    ]);
  });

  it.each([
    [' ', '1\u00a0234,5'],
    ["'", "1'234,5"],
  ])('takes %j for a separator of thousands', async (thousands, text) => {
    const file = { delimiter: ';', decimal: ',', thousands };
    const { bodies } = await load(`id;n\n1;${text}\n`, oneStep({ n: { column: 'n', transform: 'decimal' } }, { file }));
    expect(bodies).toEqual([{ n: '1234.5' }]);
  });
});
