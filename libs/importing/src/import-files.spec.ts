import { Desk, idsOf, oneStep, Recorder, rowsOf, twoSteps } from '../test/desk.js';
import { formatSummary, type Progress } from './index.js';

describe('a row that cannot be loaded', () => {
  it('executes nothing if one of its values is bad or its key is blank', async () => {
    using desk = new Desk();
    desk.put('rows.csv', 'id,owner\n1,x\n,5\n3,7\n');
    const fields = { id: 'id', n: { column: 'owner', transform: 'integer' } };
    const recorder = new Recorder();
    const summary = await desk.import(oneStep(fields), recorder);
    expect(recorder.executed.map(({ body }) => body)).toEqual([{ id: '3', n: 7 }]);
    expect(summary).toMatchObject({ rows: 3, failed: 2, codes: { BadNumber: 1, BlankKey: 1 } });
    expect(await desk.errors()).toBe(
      '\uFEFFfile,row,line,severity,column,code,reason,original\r\n' +
        'rows,1,2,error,owner,BadNumber,"“x” is not a number. Correct the cell, or say in the mapping how the file writes numbers.","1,x"\r\n' +
        'rows,2,3,error,id,BlankKey,The key is blank. Fill in at least one of its columns.,",5"\r\n',
    );
  });

  it('ends at its first command that is refused or not valid, and the others go on', async () => {
    using desk = new Desk();
    desk.put('rows.csv', rowsOf(4));
    const recorder = new Recorder(({ type, body }) => {
      if (type === 'Open' && body['id'] === '1')
        return { status: 'refused', code: 'Taken', message: { en: 'It is taken, by x.', zh: '已被 x 占用。' } };
      if (type === 'Open' && body['id'] === '2')
        return { status: 'refused', code: 'Closed', message: { en: 'It is closed.', zh: '已关闭。' } };
      if (type === 'Close' && body['id'] === '4')
        return {
          status: 'invalid',
          errors: [
            { field: 'ownerId', rule: 'fits', message: { en: '`ownerId` is too short.', zh: '`ownerId` 过短。' } },
          ],
        };
      return undefined;
    });
    const summary = await desk.import(twoSteps, recorder);
    expect(idsOf(recorder.executed)).toEqual(['Open 3', 'Open 4']);
    expect(summary.commands).toMatchObject({ Open: { stored: 2, refused: 2 }, Close: { invalid: 1 } });
    expect((await desk.errors())?.split('\r\n').slice(1, -1)).toEqual([
      'rows,1,2,error,,Taken,"It is taken, by x.","1,1"',
      'rows,2,3,error,,Closed,It is closed.,"2,2"',
      'rows,4,5,error,ownerId,fits,`ownerId` is too short.,"4,4"',
    ]);
  });

  it('leaves no error file of an earlier import behind when all is well', async () => {
    using desk = new Desk();
    desk.put('rows.csv', 'id\n,1\n');
    await desk.import(oneStep({ id: 'id' }), new Recorder());
    expect(await desk.errors()).toBeDefined();
    desk.put('rows.csv', rowsOf(1));
    await desk.import(oneStep({ id: 'id' }), new Recorder());
    expect(await desk.stores.blobs.list('')).toEqual([]);
  });
});

it('a dry run executes nothing, keeps no journal, and reports everything', async () => {
  using desk = new Desk();
  desk.put('rows.csv', 'id,owner\n1,1\n2,x\n3,3,3\n4,4\n');
  const recorder = new Recorder(({ body }) =>
    body['id'] === '4'
      ? { status: 'invalid', errors: [{ field: 'n', rule: 'max', message: { en: 'too big', zh: '过大' } }] }
      : undefined,
  );
  const json = oneStep({ id: 'id', n: { column: 'owner', transform: 'integer' } });
  const summary = await desk.import(json, recorder, { dryRun: true });
  expect(recorder.calls).toEqual([]);
  expect(await desk.journal()).toBeUndefined();
  expect(summary).toMatchObject({
    dryRun: true,
    rows: 4,
    failed: 3,
    commands: { Note: { stored: 1, invalid: 1, already: 0 } },
    codes: { BadNumber: 1, BadRow: 1, max: 1 },
  });
  expect(formatSummary(summary, 'errors.csv')).toMatch(
    /^test: a dry run, which stores nothing; a run would have these results\n {2}4 rows in .* s \(.* rows\/s\)\n {2}Note: 1 stored, 1 not valid\n {2}3 rows with errors\n(.*\n)*.*listed in errors.csv$/,
  );
});

it('tells how far it is, by bytes', async () => {
  using desk = new Desk();
  const text = rowsOf(1_000);
  desk.put('rows.csv', text);
  const told: Progress[] = [];
  await desk.import(oneStep({ id: 'id' }), new Recorder(), {
    inFlight: 10,
    progress: (progress) => told.push(progress),
  });
  expect(told.length).toBeGreaterThan(50);
  const sizes = told.map(({ bytes }) => bytes);
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect(told.at(-1)).toMatchObject({
    file: 'rows',
    rows: 1_000,
    bytes: text.length,
    totalBytes: text.length,
    secondsLeft: 0,
  });
});

it('writes the error file in the language that is asked for', async () => {
  using desk = new Desk();
  desk.put('rows.csv', 'id,owner\n1,x\n2,2,2\n3,1\n');
  const recorder = new Recorder(({ body }) =>
    body['id'] === '3'
      ? { status: 'refused', code: 'Closed', message: { en: 'It is closed.', zh: '已关闭。' } }
      : undefined,
  );
  const json = oneStep({ id: 'id', n: { column: 'owner', transform: 'integer' } });
  const summary = await desk.import(json, recorder, { language: 'zh' });
  expect((await desk.errors())?.split('\r\n').slice(1, -1)).toEqual([
    'rows,1,2,error,owner,BadNumber,“x”不是数字。请更正该单元格，或在映射中说明文件的数字写法。,"1,x"',
    'rows,2,3,error,,BadRow,该行无法读取：有 3 个值，而文件有 2 列。请在文件中更正。,"2,2,2"',
    'rows,3,4,error,,Closed,已关闭。,"3,1"',
  ]);
  expect(formatSummary(summary, undefined, 'zh')).toContain('已关闭。');
});
