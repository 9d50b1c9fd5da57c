import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { Desk, oneStep, Recorder } from '../test/desk.js';
import { guarded, unguarded } from './guarded.js';

const cell = fc.string({ unit: fc.constantFrom("'", ' ', '=', '+', '-', '@', '\t', '\r', '\n', '＝', 'a', '1') });

it('lets no cell begin with what a spreadsheet runs', () =>
  fc.assert(fc.property(cell, (text) => expect(guarded(text)).not.toMatch(/^ *[=+\-@\t\r\n＝＋－＠]/))));

it('changes nothing about what is read from a cell', () =>
  fc.assert(fc.property(cell, (text) => expect(unguarded(guarded(text))).toBe(unguarded(text)))));

it.each(['', 'a', "'a", "O'Brien", '1-2', "'"])('leaves %j alone', (text) => {
  expect(guarded(text)).toBe(text);
  expect(unguarded(text)).toBe(text);
});

it('makes the rows of the error file harmless, and reads them again as they were', async () => {
  using desk = new Desk();
  const rows = ['=cmd|calc,1', '-5,x', "'=kept,3", '@SUM(1),x'];
  desk.put('rows.csv', ['id,n', ...rows].join('\n'));
  const json = oneStep({ id: 'id', n: { column: 'n', transform: 'integer' } });
  const refuse = new Recorder(() => ({ status: 'refused', code: '=No', message: { en: '=No.', zh: '=否。' } }));
  await desk.import(json, refuse);

  const text = (await desk.errors())!;
  expect(text).toMatch(/^\uFEFFfile,/);
  const cells = parse<Readonly<Record<string, string>>>(text, { columns: true, bom: true });
  for (const value of cells.flatMap(Object.values<string>)) expect(value).not.toMatch(/^[=+\-@\t\r]/);

  desk.put('rows.csv', ['id,n', ...cells.map(({ original }) => original)].join('\n'));
  const again = new Recorder();
  await desk.import(json, again);
  expect(again.executed.map(({ body }) => body)).toEqual([
    { id: '=cmd|calc', n: 1 },
    { id: '=kept', n: 3 },
  ]);
});
