import { load, oneStep } from '../test/desk.js';

const text = 'id,a\n1,x\n1,x\n1,y\n2,z\n';
const fields = { id: 'id', a: 'a' };
const rowsWith = (errors: readonly string[]) => errors.map((line) => line.split(',').slice(1, 6).join(' '));

describe('of rows with one key the first is carried out, and a later one with other content', () => {
  it('is listed as a warning', async () => {
    const { bodies, errors, summary } = await load(text, oneStep(fields));
    expect(bodies).toEqual([
      { id: '1', a: 'x' },
      { id: '2', a: 'z' },
    ]);
    expect(rowsWith(errors)).toEqual(['3 4 warning id KeyRepeated']);
    expect(summary).toMatchObject({ failed: 0, warnings: 1, commands: { Note: { stored: 2, repeated: 2 } } });
  });

  it('is listed as an error, and none of its later steps is carried out, if the mapping rejects it', async () => {
    const { steps, ...rest } = oneStep(fields, { step: { onRepeat: 'reject' } });
    const json = { ...rest, steps: [...steps, { ...steps[0], name: 'then', command: 'Then', key: ['id', 'a'] }] };
    const { errors, summary } = await load(text, json);
    expect(rowsWith(errors)).toEqual(['3 4 error id KeyRepeated']);
    expect(summary).toMatchObject({ failed: 1, commands: { Then: { stored: 2, repeated: 1 } } });
  });

  it('is not mentioned if the mapping says so', async () => {
    const { errors, summary } = await load(text, oneStep(fields, { step: { onRepeat: 'omit' } }));
    expect(errors).toEqual([]);
    expect(summary).toMatchObject({ failed: 0, warnings: 0 });
  });

  it('counts as the first if the first was refused', async () => {
    const { bodies, errors } = await load(
      'id,a\n1,x\n1,1\n',
      oneStep({ id: 'id', a: { column: 'a', transform: 'integer' } }),
    );
    expect(bodies).toEqual([{ id: '1', a: 1 }]);
    expect(rowsWith(errors)).toEqual(['1 2 error a BadNumber']);
  });
});
