import { Desk, load, oneStep, Recorder } from '../test/desk.js';
import { ErrorFile, NO_ERRORS } from './error-file.js';
import { formatSummary, importFindings } from './index.js';

const fields = { id: 'id', a: 'a', b: 'b' };

describe('a row with fewer or more cells than columns', () => {
  it('has blanks in place of what it lacks, which the summary says once', async () => {
    const { bodies, errors, summary } = await load('id,a,b\n1\n2,x\n3,x,y,,\n4,x,y, \n5,x,y\n', oneStep(fields));
    expect(bodies).toEqual([
      { id: '1' },
      { id: '2', a: 'x' },
      { id: '3', a: 'x', b: 'y' },
      { id: '4', a: 'x', b: 'y' },
      { id: '5', a: 'x', b: 'y' },
    ]);
    expect(errors).toEqual([]);
    expect(summary).toMatchObject({ failed: 0, warnings: 0, uneven: 4 });
    expect(formatSummary(summary).match(/4 rows with fewer or more cells than columns/g)).toHaveLength(1);
  });

  it('is broken if something stands behind the last column', async () => {
    const { bodies, summary } = await load('id,a,b\n1,x,y,z\n2,x,y,,z\n', oneStep(fields));
    expect(bodies).toEqual([]);
    expect(summary).toMatchObject({ failed: 2, uneven: 0, codes: { BadRow: 2 } });
  });

  it('is broken if its quote may have swallowed lines', async () => {
    const { bodies } = await load('id,a,b\n1,"x\n2,y"\n3,x,"\n\n",\n', oneStep(fields));
    expect(bodies.map(({ id }) => id)).toEqual(['3']);
  });

  it('is nothing at all without a value', async () => {
    const { bodies, summary } = await load(',,\nid,a,b\n,,\n1,x,y\n , ,"",\n,,\n', oneStep(fields));
    expect(bodies).toEqual([{ id: '1', a: 'x', b: 'y' }]);
    expect(summary).toMatchObject({ rows: 1, failed: 0, uneven: 0 });
  });
});

it('imports a row of which the rules warn, and lists the warning', async () => {
  using desk = new Desk();
  desk.put('rows.csv', 'id,a,b\n1,x,y\n');
  const warning = {
    field: 'customerId',
    ...importFindings.finding('CarriedOutOnSurvivor', { customerId: 'x', survivorId: 'y' }),
  };
  const recorder = new Recorder(() => ({ status: 'done', stored: true, warnings: [warning] }));
  const summary = await desk.import(oneStep(fields), recorder);
  expect(summary).toMatchObject({ failed: 0, warnings: 1, commands: { Note: { stored: 1 } } });
  expect(await desk.errors()).toContain('customerId,CarriedOutOnSurvivor,Customer x is merged into customer y.');
});

describe('a file is given up', () => {
  const broken = (count: number) => Array.from({ length: count }, (_, row) => `${row},"x`);
  const good = ['good-1,x,y', 'good-2,x,y'];
  const text = (...rows: readonly (readonly string[])[]) => ['id,a,b', ...rows.flat()].join('\n');

  it('after 1,000 rows in a row that cannot be read; what came before is stored', async () => {
    const { bodies, errors, summary } = await load(text(good, broken(5_000), good), oneStep(fields));
    expect(bodies.map(({ id }) => id)).toEqual(['good-1', 'good-2']);
    expect(errors).toHaveLength(1_000);
    expect(summary).toMatchObject({ rows: 1_002, interrupted: false, stopped: { line: 1_003, broken: 1_000 } });
    expect(formatSummary(summary)).toContain('stopped at line 1,003 of rows: 1,000 rows in a row cannot be read');
  });

  it('not while readable rows come between', async () => {
    const { bodies, summary } = await load(text(broken(999), good, broken(999), good), oneStep(fields));
    expect(bodies.map(({ id }) => id)).toEqual(['good-1', 'good-2']);
    expect(summary.stopped).toBeUndefined();
  });

  it('before anything is done, if it is joined', async () => {
    const joined = { file: { joins: { more: { file: 'more', on: 'id' } } }, files: { more: {} } };
    const importing = load(text(good), oneStep({ id: 'id', x: 'more.a' }, joined), { 'more.csv': text(broken(2_000)) });
    await expect(importing).rejects.toThrow('files.more: 1000 rows in a row cannot be read, up to line 1001');
  });
});

describe('the error file', () => {
  it('is bounded; the summary says how many problems it lacks', async () => {
    using desk = new Desk();
    const file = await ErrorFile.open(desk.stores.blobs, 'test', NO_ERRORS, 'en', 1_000);
    const reason = { en: 'It is closed.', zh: '已关闭。' };
    const place = { file: 'rows', line: 2, severity: 'error', column: '', code: 'Closed', reason } as const;
    for (let row = 1; row <= 100; row += 1) file.add({ ...place, row, original: 'x'.repeat(row) });
    await file.join();
    const text = (await desk.errors())!;
    expect(Buffer.byteLength(text)).toBeLessThan(1_100);
    expect(text.trimEnd().split('\r\n').length - 1 + file.unlisted).toBe(100);
  });

  it('of a summary with more problems than it holds is named with their number', async () => {
    const { summary } = await load('id,a,b\n1,"x\n', oneStep(fields));
    expect(formatSummary({ ...summary, unlisted: 1_234 }, 'errors.csv')).toContain(
      'The first of them are listed in errors.csv; 1,234 problems more did not fit',
    );
  });

  it('stays on one path for every run', async () => {
    using desk = new Desk();
    desk.put('rows.csv', 'id,a,b\n1,"x\n');
    await desk.import(oneStep(fields), new Recorder());
    await desk.import(oneStep(fields), new Recorder());
    expect((await desk.errors())!.match(/\uFEFF/g)).toHaveLength(1);
  });
});
