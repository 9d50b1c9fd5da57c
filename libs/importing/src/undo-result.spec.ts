import { counted, undoResult, type Undone } from './index.js';

const about = { stream: 'customer-c', customer: 'c' };
const by = { id: 'e', type: 'CustomerDataChanged', actor: 'anna', recordedAt: '2026-01-05T09:00:00.000Z', stream: 's' };
const message = { en: 'The deal is closed, "won".', zh: '商机已关闭。' };
const results: readonly Undone[] = [
  { ...about, outcome: 'withdrawn' },
  { ...about, outcome: 'changed-back', event: by },
  { ...about, outcome: 'changed-back', event: by, kept: { why: 'edited', by: undefined } },
  { ...about, outcome: 'kept', kept: { why: 'edited', by } },
  { ...about, outcome: 'kept', kept: { why: 'needed', by } },
  { ...about, outcome: 'kept', kept: { why: 'final', by } },
  { ...about, outcome: 'kept', kept: { why: 'refused', code: 'DealNotOpen', message } },
];

async function* parts() {
  yield results;
}

const written = async (language: 'en' | 'zh') => {
  const told: (readonly Undone[])[] = [];
  const content = await Array.fromAsync(undoResult(parts(), language, (each) => told.push(each)));
  expect(told).toEqual([results]);
  return Buffer.concat(content).toString().slice(1).trimEnd().split('\r\n');
};

describe('the result of an undo', () => {
  it('tells for each record what became of it and why', async () => {
    expect(await written('en')).toEqual([
      'outcome,record,customer,why,event,by,at,reason',
      'withdrawn,customer-c,c,,,,,',
      'changed-back,customer-c,c,,CustomerDataChanged,anna,2026-01-05T09:00:00.000Z,',
      'changed-back,customer-c,c,edited,,,,"Kept, because edited since."',
      'kept,customer-c,c,edited,CustomerDataChanged,anna,2026-01-05T09:00:00.000Z,"Kept, because edited since."',
      'kept,customer-c,c,needed,CustomerDataChanged,anna,2026-01-05T09:00:00.000Z,"Kept, because other records of the customer are kept."',
      'kept,customer-c,c,final,CustomerDataChanged,anna,2026-01-05T09:00:00.000Z,"Kept, because nothing takes this event back."',
      'kept,customer-c,c,refused,,,,"The deal is closed, ""won""."',
    ]);
    expect((await written('zh')).at(-1)).toBe('kept,customer-c,c,refused,,,,商机已关闭。');
  });

  it('is counted by outcome', () =>
    expect(counted({ withdrawn: 1, changedBack: 0, kept: 0 }, results)).toEqual({
      withdrawn: 2,
      changedBack: 2,
      kept: 4,
    }));
});
