import { customerStream } from '@annals/contracts-customers';
import { dealStream } from '@annals/contracts-deals';
import {
  about,
  anewForEachTest,
  carryOut,
  close,
  edit,
  events,
  importing,
  open,
  portsOf,
  profileOf,
  register,
  row,
  shown,
  undo,
} from '../test/undoing.js';

anewForEachTest();

it('an undo that is stopped anywhere goes on, with the same result', async () => {
  await importing('crm', register('c'), open('d', 'c'), close('d'), register('k'));
  const { send, ...ports } = portsOf('crm');
  for (let calls = 0; calls < 2; calls += 1) {
    let left = calls;
    const stopping = async (command: Parameters<typeof send>[0]) => {
      if ((left -= 1) < 0) throw new Error('The disk is full.');
      return send(command);
    };
    await expect(undo('crm', { ...ports, send: stopping })).rejects.toThrow('full');
  }
  expect((await undo('crm')).map(({ outcome }) => outcome)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
  const types = (await events()).map(({ type }) => type).filter((type) => type.endsWith('Withdrawn'));
  expect(types.toSorted()).toEqual(['CustomerWithdrawn', 'CustomerWithdrawn', 'DealWithdrawn']);
});

it('what one import has stored is not touched by the undo of another', async () => {
  await importing('first', register('c'));
  await importing('second', register('k'), open('d', 'c'));
  expect(await undo('second')).toMatchObject([{ outcome: 'withdrawn' }, { outcome: 'withdrawn' }]);
  expect(await profileOf('c')).toMatchObject({ name: 'Imported' });
  expect(await undo('first')).toMatchObject([{ outcome: 'withdrawn' }]);
});

it('an owner is given back, unless another one was assigned since', async () => {
  const assign = (customerId: string, id: string, key: string) =>
    row('AssignOwner', `${customerId}-${key}`, { customerId, owner: { id } });
  await importing('before', register('c'), register('k'), assign('c', 'bo', '1'), assign('k', 'bo', '1'));
  await importing('crm', assign('c', 'max', '2'), assign('k', 'max', '2'));
  await importing('later', assign('k', 'eva', '3'));
  const undone = await undo('crm');
  expect(about(undone, customerStream('c'))).toMatchObject([{ outcome: 'changed-back' }]);
  expect(about(undone, customerStream('k'))).toMatchObject([
    { outcome: 'kept', kept: { why: 'edited', by: { type: 'OwnerAssigned' } } },
  ]);
  const owners = (await events()).filter(({ type }) => type === 'OwnerAssigned').map(({ data }) => data);
  expect(owners.at(-1)).toMatchObject({ customerId: 'c', owner: { id: 'bo' } });
});

it('the terms of a deal are changed back, unless they were changed since', async () => {
  await carryOut([register('c'), open('d', 'c'), open('e', 'c')], 'anna');
  const dear = { lines: [{ product: 'Meter', quantity: '2', unitPrice: '99.00' }] };
  await importing('crm', row('ChangeDeal', 'd', { dealId: 'd', title: 'Pumps', ...dear }));
  await importing('crm', row('ChangeDeal', 'e', { dealId: 'e', title: 'Pumps' }));
  await edit('ChangeDeal', { dealId: 'e', title: 'Valves' });
  const undone = await undo('crm');
  expect(about(undone, dealStream('d'))).toMatchObject([{ outcome: 'changed-back' }]);
  expect(about(undone, dealStream('e'))).toMatchObject([{ outcome: 'kept', kept: { why: 'edited' } }]);
  const [deal] = (await shown('c')).filter(({ view, id }) => view === 'pipeline' && id === 'd');
  expect(deal).toMatchObject({ title: 'Meters', value: { amount: '20.00', currency: 'EUR' } });
});

it('keeps what no command can take back, and lists what depends on it', async () => {
  const need = { needId: 'n', customerId: 'c', description: 'Hire', duration: 'lasting' };
  await importing('crm', register('c'), row('RecordNeed', 'n', need));
  expect(await undo('crm')).toMatchObject([{ outcome: 'kept', kept: { why: 'final', by: { type: 'NeedRecorded' } } }]);
});

it('files that were undone are imported again as if for the first time', async () => {
  const rows = [register('c'), open('d', 'c'), close('d')];
  await importing('crm', ...rows);
  const imported = await shown('c');
  await undo('crm');
  expect(await shown('c')).toEqual([]);
  await importing('crm', ...rows);
  expect((await shown('c')).map(({ view, id }) => [view, id])).toEqual(imported.map(({ view, id }) => [view, id]));
  const { length } = await events();
  await importing('crm', ...rows);
  expect(await events()).toHaveLength(length);
});
