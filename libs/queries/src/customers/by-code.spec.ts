import { configurationOf } from '@annals/composition';
import { CustomersMerged, customerStream, MergeUndone } from '@annals/contracts-customers';
import type { Event } from '@annals/event-sourcing';
import { Views } from '@annals/projecting';
import { newEvent } from '@annals/testing';
import { openDesk } from '../../test/desk.js';
import { customer } from '../../test/staff.js';
import { customersByCode } from './by-code.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(customer('u-1', 'Alfreds', { code: 'ALFKI' }), customer('u-2', 'Blauer See'));
  await desk.record(customer('u-3', 'One', { code: 'TWICE' }), customer('u-4', 'Two', { code: 'twice' }));
});
afterAll(() => desk.close());

const found = async (code: string) => {
  const fresh = { position: await desk.log.head() };
  const { value, stale } = await customersByCode(desk.app.get(Views), configurationOf({}), code, fresh);
  return { found: value.toSorted(), stale };
};

it.each([
  ['ALFKI', ['u-1']],
  ['ａｌｆｋｉ', ['u-1']],
  ['ALFK', []],
  ['twice', ['u-3', 'u-4']],
])('finds by %s the customers %j', async (code, expected) =>
  expect(await found(code)).toEqual({ found: expected, stale: false }),
);

/** Appends to the own stream of a customer. */
const told = async (customerId: string, event: Event) => {
  const stream = customerStream(customerId);
  const { length } = await desk.log.read(stream);
  const message = { ...newEvent(`${stream}-${length}`), subject: customerId, ...event };
  await desk.log.append(stream, length - 1, [message]);
};

it('finds by the code of a merged customer the survivor, until they are parted', async () => {
  await told('u-5', customer('u-5', 'Five', { code: 'FIVE' }));
  await told('u-6', customer('u-6', 'Six', { code: 'SIX' }));
  const ids = { customerId: 'u-5', mergedId: 'u-6', reason: 'Registered twice.' };
  await told('u-5', CustomersMerged.event({ ...ids, choices: {}, files: [], taken: [], identifiers: [], needs: [] }));
  for (const code of ['FIVE', 'SIX']) expect(await found(code)).toEqual({ found: ['u-5'], stale: false });
  await told('u-5', MergeUndone.event({ ...ids, returned: [], kept: [], unsaid: [] }));
  expect(await found('SIX')).toEqual({ found: ['u-6'], stale: false });
});
