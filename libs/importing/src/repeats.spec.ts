import { Desk, load, oneStep, Recorder } from '../test/desk.js';
import { formatSummary, type CommandInput } from './index.js';

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

it('the summary says how many rows differ from the last import, and how many were updated', async () => {
  using desk = new Desk();
  desk.put('rows.csv', 'id,a\n1,x\n2,y\n3,z\n');
  const answers = { 1: { differs: true }, 2: { updated: true, stored: true }, 3: {} } as const;
  const recorder = new Recorder(({ body }) => ({
    ...{ status: 'done', stored: false, ...answers[body['id'] as '1'] },
  }));
  const summary = await desk.import(oneStep(fields), recorder);
  expect(summary).toMatchObject({
    ...{ failed: 0, warnings: 0, differing: 1 },
    commands: { Note: { stored: 0, differing: 1, updated: 1, already: 1 } },
  });
  const text = formatSummary(summary);
  expect(text).toContain('Note: 1 updated, 1 already there, 1 already there with other content');
  expect(text).toContain('1 row differing from the last import: --update stores the difference');
});

it('the executor learns which rows repeat the key of an earlier one', async () => {
  using desk = new Desk();
  desk.put('rows.csv', text);
  const recorder = new Recorder();
  await desk.import(oneStep(fields), recorder);
  const shown = ({ body, repeated = false }: CommandInput) => [body['id'], repeated];
  expect(recorder.calls.flat().map(shown)).toEqual([
    ['1', false],
    ['2', false],
    ['1', true],
    ['1', true],
  ]);
});
