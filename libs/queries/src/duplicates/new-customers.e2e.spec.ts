import { ReadContexts } from '@annals/access';
import { EventStore } from '@annals/event-sourcing';
import { Views } from '@annals/projecting';
import { openDesk } from '../../test/desk.js';
import { caller, customer, own, staff } from '../../test/staff.js';
import { Candidates } from './candidates.js';
import { Duplicates } from './duplicates.js';
import { NewCustomers } from './new-customers.js';

const phone = { phone: '0755-28780808' };
const sent = { customerId: 'u-9', kind: 'organisation', name: '华为技术有限公司', roles: ['prospect'], ...phone };

let desk: Awaited<ReturnType<typeof openDesk>>;
let newCustomers: NewCustomers;
beforeAll(async () => {
  desk = await openDesk();
  const { app } = desk;
  newCustomers = new NewCustomers(
    ...([app.get(ReadContexts), app.get(Views)] as const),
    ...([app.get(Candidates, { strict: false }), app.get(Duplicates, { strict: false })] as const),
    app.get(EventStore, { strict: false }),
  );
  const seen = [customer('u-1', '华为技术有限公司', phone), own('u-1', 'ann')];
  await desk.record(...seen, customer('u-2', '华为技术有限公司', phone), own('u-2', 'cid'), ...staff);
  await desk.get('/v1/duplicates');
});
afterAll(() => desk.close());

const of = async (who: string, more: object = {}) => {
  const found = await newCustomers.of({ ...sent, ...more } as never, {
    caller: caller(who),
    language: 'zh',
  });
  return found!.map(({ customerId, verdict, evidence }) => [customerId, verdict, evidence.at(-1)!.detail]);
};

it('names duplicates in the language of the sender, with what speaks for them', async () =>
  expect(await of('ann')).toEqual([['u-1', 'same', '电话号码相同']]));

it('names none that the sender does not see, and does not refuse because of them', async () => {
  expect(await of('lea', { ifNoDuplicates: true })).toEqual([]);
  expect(await of('sue', { ifNoDuplicates: true })).toEqual([]);
});

it('refuses because of one that the sender sees, if asked to', () =>
  expect(of('ann', { ifNoDuplicates: true })).rejects.toMatchObject({
    code: 'ProbableDuplicate',
    details: { customers: ['u-1'] },
  }));

it('lets a registration be repeated', async () =>
  expect(await of('ann', { customerId: 'u-1', ifNoDuplicates: true })).toEqual([]));

it('lets a registration be repeated that has duplicates by now', async () =>
  expect((await of('ann', { ...sent, customerId: 'u-2', ifNoDuplicates: true })).length).toBe(1));

it('refuses because of one that was registered just before', async () => {
  const late = { kind: 'organisation', name: '中兴通讯股份有限公司', phone: '0755-26770000' };
  await desk.record(customer('u-7', late.name, late), own('u-7', 'ann'));
  await expect(of('ann', { ...late, ifNoDuplicates: true })).rejects.toMatchObject({ details: { customers: ['u-7'] } });
});
