import { bodyOf, load, oneStep } from '../test/desk.js';

describe('a value', () => {
  it('is a column, a constant or a template', async () =>
    expect(await bodyOf({ x: 'a', y: { constant: [1, null] }, z: { template: '{{{a}-{b}}}' } }, '1, one ,two')).toEqual(
      {
        x: 'one',
        y: [1, null],
        z: '{one-two}',
      },
    ));

  it('is left out when it is blank, and so is an object or list of blanks, whatever is constant in it', async () =>
    expect(
      await bodyOf(
        {
          id: 'id',
          a: 'a',
          t: { template: '{a} {b}' },
          o: { object: { kind: { constant: 'home' }, street: 'a' } },
          l: { list: ['a', { object: { b: 'b' } }] },
        },
        '1,,NULL',
        { file: { blanks: ['NULL'] } },
      ),
    ).toEqual({ id: '1' }));

  it('keeps what is not blank of an object, a list and a template', async () =>
    expect(
      await bodyOf(
        {
          o: { object: { kind: { constant: 'home' }, a: 'a', b: 'b' } },
          l: { list: ['a', 'b'] },
          t: { template: '{a} {b}' },
        },
        '1,,two',
      ),
    ).toEqual({ o: { kind: 'home', b: 'two' }, l: ['two'], t: 'two' }));

  it('has a default for a blank', async () =>
    expect(await bodyOf({ a: { column: 'a', default: 'none' } }, '1,,x')).toEqual({ a: 'none' }));

  it('can depend on other columns', async () => {
    const when = [
      { column: 'a', is: ['yes', 'ja'] },
      { column: 'b', not: 'no', blank: false },
    ];
    const fields = { id: 'id', x: { constant: 1, when } };
    expect(await bodyOf(fields, '1,ja,maybe')).toEqual({ id: '1', x: 1 });
    expect(await bodyOf(fields, '1,ja,no')).toEqual({ id: '1' });
    expect(await bodyOf(fields, '1,nein,maybe')).toEqual({ id: '1' });
    expect(await bodyOf(fields, '1,yes,')).toEqual({ id: '1' });
  });

  it('can be reported when it is blank, and the row loads', async () => {
    const fields = { id: 'id', a: { column: 'a', transform: 'decimal', onBlank: 'report' } };
    const { bodies, errors, summary } = await load('id,a\n1, \n2,5\n', oneStep(fields));
    expect(bodies).toEqual([{ id: '1' }, { id: '2', a: '5' }]);
    expect(errors).toEqual(['rows,1,2,warning,a,Blank,a is blank. Fill the cell in.,"1, "']);
    expect(summary).toMatchObject({ rows: 2, failed: 0, warnings: 1, codes: { Blank: 1 } });
  });

  it('can keep its row out when it is blank', async () =>
    expect(await bodyOf({ a: { column: 'a', onBlank: 'reject' } }, '1,,x')).toEqual(['error a Blank']));
});
