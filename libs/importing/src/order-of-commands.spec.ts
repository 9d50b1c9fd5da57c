import { Desk, idsOf, oneStep, Recorder, rowsOf, twoSteps } from '../test/desk.js';

describe('commands', () => {
  it('of a row come in the order of the steps, those of an owner in the order of the rows, others together', async () => {
    using desk = new Desk();
    desk.put(
      'rows.csv',
      rowsOf(4, (row) => (row === 4 ? 'b' : 'a')),
    );
    const recorder = new Recorder();
    await desk.import(twoSteps, recorder);
    expect(recorder.calls.map(idsOf)).toEqual([
      ['Open 1', 'Open 4'],
      ['Close 1', 'Close 4'],
      ['Open 2'],
      ['Close 2'],
      ['Open 3'],
    ]);
  });

  it('that repeat an earlier one wait for no other', async () => {
    using desk = new Desk();
    desk.put(
      'rows.csv',
      rowsOf(5, () => 'a'),
    );
    const { steps, ...rest } = oneStep({ ownerId: 'owner' }, { step: { key: 'owner' } });
    const recorder = new Recorder();
    await desk.import(
      { ...rest, steps: [...steps, { ...steps[0], name: 'then', key: 'id', fields: { id: 'id' } }] },
      recorder,
    );
    expect(recorder.calls.map(({ length }) => length)).toEqual([1, 5, 4]);
  });

  it('run together as far as the mapping says, and never more of them than wanted', async () => {
    using desk = new Desk();
    desk.put(
      'rows.csv',
      rowsOf(5, () => 'a'),
    );
    const recorder = new Recorder();
    await desk.import(oneStep({ ownerId: 'owner', id: 'id' }, { step: { oneAtATimePer: ['id'] } }), recorder, {
      inFlight: 2,
    });
    expect(recorder.calls.map(({ length }) => length)).toEqual([2, 2, 1]);
  });

  it('have the same id whenever they are made from the same key', async () => {
    const ids = await Promise.all(
      ['id,owner\n1,a\n2,a\n', 'owner,id\nb,2\nb,1\n'].map(async (text) => {
        using desk = new Desk();
        desk.put('rows.csv', text);
        const recorder = new Recorder();
        await desk.import(oneStep({ id: 'id' }), recorder);
        return new Map(recorder.executed.map(({ body, commandId }) => [body['id'], commandId]));
      }),
    );
    expect(ids[0]!.get('1')).toBe(ids[1]!.get('1'));
    expect(new Set(ids[0]!.values()).size).toBe(2);
  });

  it('with the key of an earlier row are counted apart: the first row wins', async () => {
    using desk = new Desk();
    desk.put(
      'rows.csv',
      rowsOf(3, () => 'a'),
    );
    const recorder = new Recorder();
    const json = oneStep({ id: 'id' }, { step: { key: 'owner' } });
    const first = await desk.import(json, recorder);
    expect(recorder.executed).toMatchObject([{ type: 'Note', source: 'import:test', body: { id: '1' } }]);
    expect(first.commands).toMatchObject({ Note: { stored: 1, repeated: 2, already: 0 } });
    const again = await desk.import(json, recorder);
    expect(again.commands).toMatchObject({ Note: { stored: 0, repeated: 2, already: 1 } });
  });

  it('may have the whole row as their key', async () => {
    using desk = new Desk();
    desk.put('rows.csv', 'id,owner\n1,a\n1,b\n1,a\n');
    const summary = await desk.import(oneStep({ id: 'id' }, { step: { key: '*' } }), new Recorder());
    expect(summary.commands).toMatchObject({ Note: { stored: 2, repeated: 1 } });
  });
});
