import { csvOf } from './csv.js';

describe('a file of figures', () => {
  it('quotes what contains commas, quotes or line breaks', () =>
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines', '1.5']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines",1.5\r\n'));
  it.each(['=1+1', '+1', '@x', '-x'])('never makes a formula of %s', (text) =>
    expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`),
  );
  it('leaves figures below zero as they are', () => expect(csvOf([['-12.50']])).toBe('\uFEFF-12.50\r\n'));
});
