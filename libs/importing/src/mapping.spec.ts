import { mkdirSync, renameSync } from 'node:fs';
import { Desk, load, oneStep } from '../test/desk.js';
import { bindFiles, loadMapping, MappingError, parseMapping } from './index.js';

const problemsOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof MappingError) return error.problems;
    throw error;
  }
  return [];
};

const problems = (json: unknown) => problemsOf(() => parseMapping(json));
const field = (value: unknown) => problems(oneStep({ x: value }));

describe('a mapping that is wrong says where', () => {
  it.each([
    [{ colum: 'a' }, 'steps.0.fields.x: Unrecognized key: "colum"'],
    [{ column: 'a', constant: 1 }, 'steps.0.fields.x: needs exactly one of column, constant, template, object, list'],
    [{ column: 'a', onBlank: 'shout' }, 'steps.0.fields.x.onBlank: Invalid option'],
    [{ object: { y: { list: [{ column: '' }] } } }, 'steps.0.fields.x.object.y.list.0.column: Too small'],
    [{ column: 'a', when: { column: 'b' } }, 'steps.0.fields.x.when: needs "is", "not" or "blank"'],
    [{ column: 'a', transform: 'uper' }, 'steps.0.fields.x.transform: Invalid'],
  ])('%j', (value, problem) => expect(field(value)).toContainEqual(expect.stringContaining(problem)));

  it('also for files and steps that are not there', () => {
    const { files, steps } = oneStep({}, { file: { joins: { a: { file: 'nowhere', on: 'id' } } } });
    expect(problems({ name: 'test', files, steps: [...steps, { ...steps[0], file: 'gone' }] })).toEqual([
      'files.rows.joins.a.file: there is no file "nowhere" in "files"',
      'steps.1.file: there is no file "gone" in "files"',
      'steps.1.name: "note" is taken by an earlier step',
    ]);
  });

  it('and if it is no JSON, or no file', async () => {
    using desk = new Desk();
    const path = desk.put('mapping.json', '{ "name": ');
    await expect(loadMapping(path)).rejects.toThrow(MappingError);
    await expect(loadMapping(desk.path('none.json'))).rejects.toThrow('no such file');
  });

  it('and which of its numbers would lose digits', async () => {
    using desk = new Desk();
    const mapping = JSON.stringify(oneStep({ x: { constant: { size: [1, 'SIZE'] } } }));
    const path = desk.put('mapping.json', mapping.replace('"SIZE"', '12345678901234567890'));
    await expect(loadMapping(path)).rejects.toThrow(
      /^`steps\.0\.fields\.x\.constant\.size\.1` is not valid\. Send the number as a text/,
    );
  });

  it('and tells of all columns that the files do not have, before anything is done', async () => {
    const fields = {
      x: 'nam',
      y: { template: 'a-{b}' },
      z: { column: 'id', when: { column: 'c', blank: true } },
      l: { each: 'rows', column: 'id' },
    };
    const importing = load('id,name\n1,x\n', oneStep(fields, { step: { key: 'no' } }));
    await expect(importing).rejects.toThrow('steps.0.key: "rows" has no column "no"; it has id, name');
    const more = load('id,name\n1,x\n', oneStep(fields));
    await expect(more).rejects.toMatchObject({
      problems: [
        'steps.0.fields.x: "rows" has no column "nam"; it has id, name',
        'steps.0.fields.y: "rows" has no column "b"; it has id, name',
        'steps.0.fields.z.when: "rows" has no column "c"; it has id, name',
        'steps.0.fields.l: "rows" has no join "rows" with "many"',
      ],
    });
  });

  it.each([
    [{ x: { template: 'a-{b' } }, 'a brace without its partner'],
    [{ x: 'twice' }, '"twice" is twice in "rows"'],
    [{ x: 'items.id' }, '"items" has many rows: use "each"'],
  ])('%j', async (fields, problem) => {
    const lookUp = { file: { joins: { items: { file: 'items', on: 'id', many: true } } }, files: { items: {} } };
    const others = { 'items.csv': 'id\n1\n' };
    await expect(load('id,twice,twice\n1,2,3\n', oneStep(fields, lookUp), others)).rejects.toThrow(problem);
  });

  it('such as a join on a column that is not there', async () => {
    const lookUp = { file: { joins: { owner: { file: 'people', on: 'no' } } }, files: { people: {} } };
    const importing = load('id\n1\n', oneStep({ x: 'owner.no' }, lookUp), { 'people.csv': 'no\n1\n' });
    await expect(importing).rejects.toThrow('"rows" has no column "no" to join on');
  });
});

describe('files', () => {
  const mapping = parseMapping({
    name: 'test',
    files: { customers: { path: 'customers.csv' }, deals: {} },
    steps: oneStep({}, { step: { file: 'deals' } }).steps,
  });

  it.each([
    '../secret.csv',
    '/etc/passwd',
    'data/../../secret.csv',
    '..',
    'C:\\secret.csv',
    '\\\\host\\secret.csv',
    'a\\..\\b.csv',
  ])('are never elsewhere than beside the mapping, as %s would be, unless they are given', (path) =>
    expect(() => parseMapping({ ...mapping, files: { rows: { path } } })).toThrow('files.rows.path'),
  );

  it('are beside the mapping by default', () => {
    using desk = new Desk();
    const files = { customers: desk.put('customers.csv', ''), deals: desk.put('deals.csv', '') };
    expect(bindFiles(mapping, desk.path('mapping.json'), [])).toEqual(files);
  });

  it('are known by their names, whatever the case, or else by their order', () => {
    using desk = new Desk();
    const deals = desk.put('Deals.CSV', '');
    const other = desk.put('export-2024.csv', '');
    expect(bindFiles(mapping, '/nowhere/mapping.json', [deals, other])).toEqual({ customers: other, deals });
  });

  it('can be given as the folder that holds them', () => {
    using desk = new Desk();
    mkdirSync(desk.path('export'));
    for (const name of ['customers.csv', 'deals.csv']) renameSync(desk.put(name, ''), desk.path(`export/${name}`));
    expect(bindFiles(mapping, '/nowhere/mapping.json', [desk.path('export')])).toEqual({
      customers: desk.path('export/customers.csv'),
      deals: desk.path('export/deals.csv'),
    });
  });

  it('that are missing, not there or too many are named', () => {
    using desk = new Desk();
    const here = desk.put('customers.csv', '');
    const gone = desk.path('gone.csv');
    expect(problemsOf(() => bindFiles(mapping, '/nowhere/mapping.json', [here]))).toEqual([
      'files.deals: deals.csv was not found',
    ]);
    expect(problemsOf(() => bindFiles(mapping, '/nowhere/mapping.json', [here, gone, here]))).toEqual([
      `${gone}: there is no such file`,
    ]);
    const surplus = desk.put('more.csv', '');
    expect(
      problemsOf(() => bindFiles(mapping, '/nowhere/mapping.json', [here, desk.put('deals.csv', ''), surplus])),
    ).toEqual([`${surplus}: the mapping has no file left for it`]);
  });
});
