import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Records, type TextRecord } from './records.js';

const read = (text: string, pieces = [text]): TextRecord[] => {
  const records = new Records({ delimiter: ',', quote: '"' });
  return [...pieces.flatMap((piece) => records.push(piece)), ...records.end()];
};

const shown = (records: readonly TextRecord[]) =>
  records.map(({ line, cells, problem }) => (problem === undefined ? [line, ...cells] : [line, problem.en]));

const cell = fc.string({ unit: fc.constantFrom('a', '客', ' ', ',', '"', '\n', '\r', ';'), maxLength: 6 });
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
const written = (rows: readonly (readonly string[])[], end: string) =>
  rows
    .map((row) => row.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',') + end)
    .join('');

it('reads what csv-parse reads', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
      const text = written(rows, end);
      const theirs: string[][] = parse(text, { record_delimiter: end });
      const blank = (cells: readonly string[]) => cells.join('').trim() === '';
      const ours = read(text).map(({ cells }) => cells);
      expect(ours.filter((cells) => !blank(cells))).toEqual(theirs.filter((cells) => !blank(cells)));
    }),
  );
});

it('reads the same however the text is cut into pieces', () => {
  const unit = fc.constantFrom('a', ',', '"', '\n', '\r', '\r\n', '""');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
      const edges = [0, ...cuts.map((cut) => Math.min(cut, text.length)).toSorted((a, b) => a - b), text.length];
      const pieces = edges.slice(1).map((edge, index) => text.slice(edges[index], edge));
      expect(read(text, pieces)).toEqual(read(text));
    }),
  );
});

it.each([
  ['a ragged row', 'a,b\n1,2,3\n2,3\n', '3 values where the file has 2 columns'],
  ['a quote inside an unquoted value', 'a,b\n5" pipe,1\n2,3\n', 'a quote inside a value that is not quoted'],
  ['text after a closing quote', 'a,b\n"1"x,1\n2,3\n', 'text after a closing quote'],
  ['a quote that runs into the next one', 'a,b\n1,"x\n2,3\n', 'a quote that is not closed'],
  ['a quote that swallows rows', 'a,b\n"1,x\n2,3\n', 'a quote that is not closed'],
])('loses one line to %s', (_, text, problem) => {
  expect(shown(read(text))).toEqual([
    [1, 'a', 'b'],
    [2, problem],
    [3, '2', '3'],
  ]);
});

it('does not let an unclosed quote swallow rows up to the next quote', () => {
  expect(shown(read('a,b\n1,"x\n2,3\n4,"y"\n5,6'))).toEqual([
    [1, 'a', 'b'],
    [2, 'text after a closing quote'],
    [3, '2', '3'],
    [4, '4', 'y'],
    [5, '5', '6'],
  ]);
});

it('counts the lines of quoted values, and passes empty lines over', () => {
  expect(shown(read('a,b\r\n\r\n"1\r\n2",3\r\n4,5'))).toEqual([
    [1, 'a', 'b'],
    [3, '1\r\n2', '3'],
    [5, '4', '5'],
  ]);
});

it('refuses a line without end, which is no CSV file', () => {
  expect(() => read('x'.repeat(1_100_000), ['x'.repeat(1_100_000), '"'])).toThrow('is this a CSV file?');
});
